import { canonicalPatentNumber } from '../../shared/identifiers.ts';
import type { ClaimedPatent, PatentRow } from '../contract.ts';
import { kindOf } from './patent-kind.ts';

/** A patent of a well-formed application, as its case keeps it. */
export function patentRow(patent: ClaimedPatent, index: number): PatentRow {
  const number = canonicalPatentNumber(patent.number);
  return { ...patent, line: index + 1, number, kind: kindOf(number) };
}

/** Whether it passed every rule so far. */
export function hasPassed({ failed }: PatentRow): boolean {
  return failed?.length === 0;
}
