import type { AssignedLane, PatentRow } from '../../../workflows/patent-funding/contract.ts';
import { REVIEW } from '../../../workflows/patent-funding/desk-procedure.ts';
import type { PlannedTask } from '../../../workflows/patent-funding/money/progress.ts';
import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import { laneOf } from '../../../workflows/patent-funding/rules/lane.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { ladderOf } from '../../shared/store/ladder.ts';
import { plannedTask } from '../money/planned-task.ts';
import type { FundingCase } from '../store/funding-case.ts';
import type { FundingServices } from '../store/funding-services.ts';

interface Planned {
  readonly lane: AssignedLane;
  readonly review: PlannedTask;
}

/** In which lane an application goes, whom it is put to, and until when: promised from the day on which its patents were claimed. */
export async function plannedReview(
  { case: { caseId }, detail }: FundingCase,
  granted: readonly PatentRow[],
  programme: Programme,
  services: Pick<FundingServices, 'calendars' | 'now'>,
): Promise<Planned> {
  const fromOn = localDateOf(services.now());
  const lane = laneOf({
    ladder: ladderOf(detail.applicant.uscc, fromOn),
    onDate: fromOn,
    ipcOfPatents: granted.map(({ registry }) => registry?.ipc ?? []),
    programme,
  });
  const { promisedWorkingDays } = lane;
  const { reviewDepartmentId: departmentId } = programme;
  const asked = { caseId, name: REVIEW, departmentId, promisedWorkingDays };
  return { lane, review: await plannedTask(asked, services) };
}
