import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { Deed } from '../../shared/store/case-write.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import type { FundingCase } from '../store/funding-case.ts';
import type { MoneyServices } from '../store/money-services.ts';
import type { Struck, StruckOut } from './strike-out.ts';

/** The writes by which a case whose every patent was struck out says so; its machine releases the money next. */
export function nothingLeft(
  { case: read }: FundingCase,
  left: StruckOut,
  struck: Struck,
  { at, actor }: Pick<Deed, 'at' | 'actor'>,
  { cases }: MoneyServices,
): readonly GuardedWrite[] {
  const reasons = distinct([...struck.values()]);
  const detail = { ...left.detail, outcome: { end: 'nothing-left' as const, reasons } };
  const details = { struckOut: [...struck.keys()] };
  return [
    ...cases.change(read, { detail }, { kind: 'patents-struck-out', at, actor, details }),
    ...left.writes,
  ];
}

function distinct(reasons: readonly Bilingual[]): Bilingual[] {
  return [...new Map(reasons.map((reason) => [reason.zh, reason])).values()];
}
