import type { PatentRow } from '../contract.ts';
import type { Programme } from '../programme.ts';
import { failedRule } from './failed-rule.ts';
import { amountOf, withinYearCap } from './grant-amounts.ts';
import { hasPassed } from './patent-row.ts';

/** Good patents with what each is granted, in their order, as far as the enterprise's year reaches; those after it fail. */
export function withinEnterpriseCap(
  rows: readonly PatentRow[],
  leftFen: number,
  programme: Programme,
): PatentRow[] {
  const good = rows.filter(hasPassed);
  const amounts = withinYearCap(
    good.map((row) => amountOf(row.kind, row, programme)),
    leftFen,
  );
  const amountByNumber = new Map(good.map(({ number }, index) => [number, amounts[index] ?? 0]));
  const cap = `${programme.enterpriseYearCapFen / 100}`;
  return rows.map((row) => {
    const amountFen = amountByNumber.get(row.number);
    if (amountFen === undefined) return row;
    if (amountFen > 0) return { ...row, amountFen };
    return { ...row, failed: [failedRule('below-enterprise-cap', programme, cap)] };
  });
}
