import type { Person, Reply } from '../../../demo/person.ts';
import type { FundingDetail } from '../../../workflows/patent-funding/contract.ts';
import type { BudgetReport } from '../../../workflows/patent-funding/ledger/routes.ts';
import type { CaseSummary, CaseView } from '../../../workflows/shared/case.ts';
import type { DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import type { TestPlatform } from '../platform.ts';

export type FundingView = CaseView & { readonly detail: FundingDetail };

export async function readFunding(
  person: Person,
  { caseId }: Pick<CaseSummary, 'caseId'>,
): Promise<FundingView> {
  return (await person.get<FundingView>(`/v1/cases/${caseId}`)).body;
}

/** Lets the clock come to an instant. */
export async function until(platform: TestPlatform, at: string): Promise<void> {
  await platform.pass(Math.max(0, Date.parse(at) - platform.runtime.clock.now()));
}

/** Somebody of the department answers a task; the same answer may be given twice to see what the second comes to. */
export async function answer(
  platform: TestPlatform,
  username: string,
  taskId: string,
  given: unknown,
): Promise<Reply<DeskTaskSummary>> {
  const officer = await platform.signIn(username);
  const { etag } = await officer.get<DeskTask>(`/v1/desk/tasks/${taskId}`);
  const reply = await officer.post<DeskTaskSummary>(
    `/v1/desk/tasks/${taskId}/decision`,
    { answer: given },
    { etag },
  );
  await platform.settle();
  return reply;
}

export async function budget(platform: TestPlatform, year: number): Promise<BudgetReport> {
  const office = await platform.signIn('office');
  return (await office.get<BudgetReport>(`/v1/office/budgets/patent-grant-support/${year}`)).body;
}
