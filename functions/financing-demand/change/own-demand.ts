import type { DemandView } from '../../../workflows/financing-demand/change/routes.ts';
import type { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import type { CaseStatus } from '../../../workflows/shared/case.ts';
import type { Demand } from '../../shared/demand.ts';

/** A demand as its enterprise reads it. An answer raises the version of the case and not of the detail: the next change asks for the higher. */
export function ownView(
  { demandId, case: { caseNumber, status, version: caseVersion } }: Demand,
  detail: DemandDetail,
  becomes: CaseStatus = status,
): { body: DemandView; version: number } {
  const version = Math.max(detail.version, caseVersion);
  return { body: { demandId, caseNumber, status: becomes, version, detail }, version };
}

/** Only what is under way is matched anew; before, the machine has still to choose. */
export function mayRematch({ case: { status } }: Demand): boolean {
  return status === 'IN_REVIEW';
}
