import type { Person, Reply } from '../../../demo/person.ts';
import type { FundingApplication, PatentRow } from '../../../workflows/patent-funding/contract.ts';
import type { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';
import type { ReviewAnswer } from '../../../workflows/patent-funding/review.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import type { DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { demonstration, type TestPlatform } from '../platform.ts';

export const application = (): FundingApplication => demonstration('patent-application.json');

/** Loads the demonstration register of patents. */
export async function loadRegister(platform: TestPlatform): Promise<void> {
  const { records } = demonstration<{ records: RegistryRecord[] }>('patent-register.json');
  await (await platform.signIn('ip-officer')).post('/v1/patent-register/records', { records });
}

/** Applies with the demonstration application, or a variation, and lets it be put to the review. */
export async function apply(
  platform: TestPlatform,
  enterprise: Person,
  variation: Partial<FundingApplication> = {},
): Promise<CaseSummary> {
  const { body } = await enterprise.post<CaseSummary>('/v1/patent-funding/applications', {
    ...application(),
    ...variation,
  });
  await platform.settle();
  return body;
}

export async function patentsOf(person: Person, { caseId }: { caseId: string }): Promise<PatentRow[]> {
  return (await person.get<{ items: PatentRow[] }>(`/v1/cases/${caseId}/patents?limit=100`)).body.items;
}

/** The IP centre's answer to the review. */
export async function review(
  platform: TestPlatform,
  { caseId }: { caseId: string },
  answer: ReviewAnswer,
): Promise<Reply<DeskTaskSummary>> {
  const officer = await platform.signIn('ip-officer');
  const { etag } = await officer.get<DeskTask>(`/v1/desk/tasks/${caseId}.review`);
  const reply = await officer.post<DeskTaskSummary>(
    `/v1/desk/tasks/${caseId}.review/decision`,
    { answer },
    { etag },
  );
  await platform.settle();
  return reply;
}
