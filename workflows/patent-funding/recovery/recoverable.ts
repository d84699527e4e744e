import type { Fault } from '../../shared/fault.ts';
import { canonicalPatentNumber } from '../../shared/identifiers.ts';
import type { Shaped } from '../../shared/shape-faults.ts';
import type { PatentRow } from '../contract.ts';
import type { RegistryRecord } from '../registry/contract.ts';

interface Known {
  readonly rows: readonly PatentRow[];
  readonly registered: ReadonlyMap<string, RegistryRecord>;
  /** Numbers that another recovery asks back already. */
  readonly taken: readonly string[];
}

/** The patents that are asked back, or everything wrong: each was paid, stands on the list of abnormal filings, and is asked back once. */
export function recoverable(
  numbers: readonly string[],
  { rows, registered, taken }: Known,
): Shaped<PatentRow[]> {
  const canonical = numbers.map(canonicalPatentNumber);
  const paid = new Map(
    rows.flatMap((row) => (row.amountFen === undefined ? [] : [[row.number, row] as const])),
  );
  const faults = canonical.flatMap((number, index): Fault[] => {
    const say = (code: string, zh: string, en: string) => [{ pointer: `/numbers/${index}`, code, zh, en }];
    if (canonical.indexOf(number) < index)
      return say('patent-twice', '专利重复', 'The patent is named twice');
    if (!paid.has(number))
      return say('not-paid', '该办件未就此专利拨付资助', 'Nothing was paid for this patent');
    if (taken.includes(number)) return say('asked-back', '该专利的资助已在追回', 'It is asked back already');
    if (registered.get(number)?.abnormal === undefined) {
      return say('not-abnormal', '登记信息中未列为非正常申请', 'The registry does not list it as abnormal');
    }
    return [];
  });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: canonical.flatMap((number) => paid.get(number) ?? []) };
}
