import type { AssignedLane, PatentRow, PlannedReview } from '../../../workflows/patent-funding/contract.ts';
import { reviewTaskId } from '../../../workflows/patent-funding/desk-procedure.ts';
import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import { laneOf } from '../../../workflows/patent-funding/rules/lane.ts';
import { deadlineOf } from '../../../workflows/shared/deadline/task-clock.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { deskRules } from '../../shared/store/desk-rules.ts';
import type { FundingCase } from '../store/funding-case.ts';
import type { FundingServices } from '../store/funding-services.ts';
import { ladderOf } from '../store/programmes.ts';

interface Planned {
  readonly lane: AssignedLane;
  readonly review: PlannedReview;
}

/** In which lane an application goes, whom it is put to, and until when: promised from the day on which its patents were claimed. */
export async function plannedReview(
  { case: { caseId }, detail }: FundingCase,
  granted: readonly PatentRow[],
  programme: Programme,
  { calendars, now }: Pick<FundingServices, 'calendars' | 'now'>,
): Promise<Planned> {
  const fromOn = localDateOf(now());
  const lane = laneOf({
    ladder: ladderOf(detail.applicant.uscc, fromOn),
    onDate: fromOn,
    ipcOfPatents: granted.map(({ registry }) => registry?.ipc ?? []),
    programme,
  });
  const { promisedWorkingDays } = lane;
  const clock = { fromOn, workingDays: promisedWorkingDays, pauses: [] };
  const deadline = deadlineOf(await calendars.read(), clock, deskRules(fromOn).reminders);
  const taskId = reviewTaskId(caseId);
  const { reviewDepartmentId: departmentId } = programme;
  return { lane, review: { taskId, departmentId, promisedWorkingDays, ...deadline } };
}
