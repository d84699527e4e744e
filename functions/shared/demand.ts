import { DemandDetail } from '../../workflows/financing-demand/contract.ts';
import type { Case } from '../../workflows/shared/case.ts';
import type { Services } from './services.ts';

/** A financing demand: a case of that procedure with all that decides who sees what of it. */
export interface Demand {
  /** The case's id. */
  readonly demandId: string;
  readonly case: Case;
  readonly detail: DemandDetail;
}

/** Both are read strongly; a change is written on condition of the case's version, which is read first. */
export async function readDemand(
  demandId: string,
  { cases }: Pick<Services, 'cases'>,
): Promise<Demand | undefined> {
  const found = await cases.read(demandId);
  if (found?.workflow !== 'financing-demand') return undefined;
  return { demandId, case: found, detail: DemandDetail.parse(await cases.readDetail(demandId)) };
}
