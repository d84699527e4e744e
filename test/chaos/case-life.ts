import { Refusal } from '../../demo/person.ts';
import type { ListingSubmission } from '../../workflows/listing-certificate/contract.ts';
import { ListingPurpose } from '../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../workflows/listing-certificate/desk-procedure.ts';
import type { CaseStatus, CaseSummary, CaseView } from '../../workflows/shared/case.ts';
import type { DeskTask, DeskTaskSummary } from '../../workflows/shared/desk-task.ts';
import type { SupplementSummary } from '../../workflows/shared/supplement.ts';
import { cleanAnswer, groupApplication } from '../scenarios/listing-certificate/steps.ts';
import type { Hazard } from './hazard.ts';

/** What becomes of a case. */
export const LIVES = [
  'clean',
  'with-records',
  'group',
  'supplemented',
  'withdrawn-at-once',
  'withdrawn-midway',
] as const;
export type Life = (typeof LIVES)[number];

export interface LivedCase {
  readonly life: Life;
  readonly caseId: string;
  readonly caseNumber: string;
}

/** How a case of this life ends. A withdrawal that comes after the result is refused, and the result stands. */
export function mayEnd(life: Life): readonly CaseStatus[] {
  return life.startsWith('withdrawn') ? ['WITHDRAWN', 'ISSUED'] : ['ISSUED'];
}

const boards = ListingPurpose.shape.board.options;
const kinds = ListingPurpose.shape.kind.options;
const APPLICANT = 'qiyuan';

/** So many purposes an enterprise may apply for on one day. */
export const PURPOSES = boards.length * kinds.length;

/** Brings one case from its submission to its last answer, over however many kills. `index` is below {@link PURPOSES}. */
export async function liveCase(hazard: Hazard, life: Life, index: number, key: string): Promise<LivedCase> {
  const submission = application(life, index);
  const post = () =>
    hazard.as(APPLICANT, (person) =>
      person.post<CaseSummary>('/v1/listing-certificates', submission, { key }),
    );
  const [{ body: submitted }, { body: again }] = [await post(), await post()];
  if (submitted.caseId !== again.caseId) throw new Error(`one submission became two cases: ${key}`);
  if (life === 'withdrawn-at-once') await withdraw(hazard, submitted, key);
  const tasks = await tasksOf(hazard, submitted);
  for (const [position, task] of tasks.entries()) {
    if (life === 'withdrawn-midway' && position === 1) await withdraw(hazard, submitted, key);
    if (life === 'supplemented' && position === 0) await supplement(hazard, task, key);
    await decide(hazard, task, life, key);
  }
  return { life, caseId: submitted.caseId, caseNumber: submitted.caseNumber };
}

function application(life: Life, index: number): ListingSubmission {
  const group = groupApplication();
  const board = boards[index % boards.length] ?? 'bse';
  const kind = kinds[Math.floor(index / boards.length) % kinds.length] ?? 'bond';
  const small = {
    entities: group.entities.slice(0, 1),
    fields: ['environment', 'social-security', 'construction'],
  };
  return { ...group, ...(life === 'group' ? {} : small), attachments: [], purpose: { kind, board } };
}

/** The tasks once every department was asked; none where the case ended before. */
async function tasksOf(hazard: Hazard, submitted: CaseSummary): Promise<readonly DeskTaskSummary[]> {
  for (let minutes = 0; minutes < 30; minutes++) {
    const view = await readCase(hazard, submitted);
    const { plan } = view.detail as { plan?: readonly unknown[] };
    if (view.status === 'WITHDRAWN' || (plan && view.tasks.length === plan.length)) return view.tasks;
    await hazard.pass('PT1M');
  }
  throw new Error(`the departments were never asked about ${submitted.caseNumber}`);
}

export async function readCase(hazard: Hazard, { caseId }: { readonly caseId: string }): Promise<CaseView> {
  return (await hazard.as(APPLICANT, (person) => person.get<CaseView>(`/v1/cases/${caseId}`))).body;
}

async function withdraw(hazard: Hazard, { caseId }: CaseSummary, key: string): Promise<void> {
  const path = `/v1/cases/${caseId}/withdrawal`;
  await unlessTooLate(() =>
    hazard.as(APPLICANT, (person) => person.post(path, {}, { key: `${key}-withdrawal` })),
  );
}

/** The department asks for more, and the applicant hands it in. */
async function supplement(
  hazard: Hazard,
  { taskId, departmentId }: DeskTaskSummary,
  key: string,
): Promise<void> {
  const asking = { items: [{ text: '请补充说明（演示）' }], workingDays: 5 };
  const { supplementId } = await hazard.as(`${departmentId}-officer`, async (officer) => {
    const path = `/v1/desk/tasks/${taskId}`;
    const { etag } = await officer.get(path);
    const options = { etag, key: `${key}-supplement` };
    return (await officer.post<{ supplement: SupplementSummary }>(`${path}/supplement`, asking, options)).body
      .supplement;
  });
  await hazard.as(APPLICANT, async (enterprise) => {
    const path = `/v1/supplements/${supplementId}`;
    const { etag } = await enterprise.get(path);
    await enterprise.post(`${path}/answer`, { text: '补充说明如下（演示）' }, { etag, key: `${key}-answer` });
  });
}

async function decide(
  hazard: Hazard,
  { taskId, departmentId }: DeskTaskSummary,
  life: Life,
  key: string,
): Promise<void> {
  const officer = `${departmentId}-officer`;
  const path = `/v1/desk/tasks/${taskId}`;
  const { body, etag } = await hazard.as(officer, (person) => person.get<DeskTask>(path));
  if (body.status !== 'OPEN') return;
  const answer = answerOf(life, body.question as DepartmentQuestion);
  const options = { etag, key: `${key}-${departmentId}` };
  await unlessTooLate(() =>
    hazard.as(officer, (person) => person.post(`${path}/decision`, { answer }, options)),
  );
}

function answerOf(life: Life, question: DepartmentQuestion): object {
  const { answers } = cleanAnswer(question);
  if (life !== 'with-records') return { answers };
  return { answers: answers.map((one) => ({ ...one, finding: 'records', records: [RECORD] })) };
}

const RECORD = {
  documentNumber: '演示罚字〔2024〕第7号',
  decidedOn: '2024-05-20',
  authority: '演示机关（虚构）',
  behaviourKind: '超标排放（演示）',
  outcome: '罚款人民币200元',
  repaired: true,
};

/** 409 and 412 tell that the case or the task went on before: nothing is left to do. */
async function unlessTooLate(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal) || ![409, 412].includes(error.problem.status)) throw error;
  }
}
