import type { FundingDetail, PatentRow } from '../../../workflows/patent-funding/contract.ts';
import { grantOf } from '../../../workflows/patent-funding/rules/grant.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import type { Occasion } from '../ledger/occasion.ts';
import { reducing } from '../ledger/reservation-writes.ts';
import type { FundingCase } from '../store/funding-case.ts';
import type { MoneyServices } from '../store/money-services.ts';
import { accountOf } from './account.ts';

/** Why patents are struck out of a grant, by number. */
export type Struck = ReadonlyMap<string, Bilingual>;

export interface StruckOut {
  /** The detail with what is left of the grant. */
  readonly detail: FundingDetail;
  readonly rows: readonly PatentRow[];
  /** To be committed with the case's change: the patents, the enterprise's year, and the part of the money that is set free. */
  readonly writes: readonly GuardedWrite[];
  readonly nothingLeft: boolean;
}

/**
 * Patents leave the grant after money was reserved for them; the rest goes on. Where nothing is left the money stays reserved until the
 * machine comes to ReleaseReservation, which gives all of it back.
 */
export async function strikeOut(
  { case: { caseId }, detail }: FundingCase,
  struck: Struck,
  occasion: Occasion,
  services: MoneyServices,
): Promise<StruckOut> {
  const before = await services.applications.read(caseId);
  if (struck.size === 0) return { detail, rows: before, writes: [], nothingLeft: false };
  const rows = before.map((row) => without(row, struck));
  const grant = grantOf(rows);
  const left = { ...detail, grant, amountFen: grant.amountFen };
  const byFen = (detail.amountFen ?? 0) - grant.amountFen;
  const nothingLeft = grant.patents.length === 0;
  return {
    detail: left,
    rows,
    nothingLeft,
    writes: [
      ...services.applications.put(caseId, rows),
      ...(await smallerYear(caseId, left, services)),
      ...(nothingLeft || byFen === 0 ? [] : await smallerReservation(caseId, byFen, occasion, services)),
    ],
  };
}

function without(row: PatentRow, struck: Struck): PatentRow {
  const excluded = struck.get(row.number);
  if (excluded === undefined || row.amountFen === undefined) return row;
  const { amountFen: _, ...left } = row;
  return { ...left, excluded };
}

async function smallerYear(
  caseId: string,
  { applicant, programmeId, budgetYear: year, amountFen = 0 }: FundingDetail,
  { enterpriseYears }: MoneyServices,
): Promise<GuardedWrite[]> {
  const used = await enterpriseYears.read({ uscc: applicant.uscc, programmeId, year });
  return [enterpriseYears.use(used, caseId, amountFen)];
}

async function smallerReservation(
  caseId: string,
  byFen: number,
  occasion: Occasion,
  services: MoneyServices,
): Promise<readonly GuardedWrite[]> {
  const { ledger } = services;
  const reservation = await ledger.reservation(caseId);
  if (reservation === undefined) throw new Error(`nothing is reserved for ${caseId}`);
  const { account, afterYearEnd } = await accountOf(reservation, occasion, services);
  return reducing({ account, reservation, occasion, ledger }, byFen, afterYearEnd).writes;
}
