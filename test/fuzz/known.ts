import type { Person } from '../../demo/person.ts';
import { ListingPurpose } from '../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../workflows/listing-certificate/desk-procedure.ts';
import type { CaseSummary, CaseView } from '../../workflows/shared/case.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import type { NotificationView } from '../../workflows/shared/notifications/outbox-row.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { demandOf } from '../scenarios/financing-demand/demand-of.ts';
import {
  ENVIRONMENT_CELL,
  issuedWithRecords,
  objectionTo,
} from '../scenarios/listing-certificate/after-issue.ts';
import {
  askSupplement,
  cleanAnswer,
  groupApplication,
  readCase,
  submit,
} from '../scenarios/listing-certificate/steps.ts';
import { ownedThings } from '../scenarios/owned-things.ts';
import { application, apply, loadRegister } from '../scenarios/patent-funding/steps.ts';
import type { TestPlatform } from '../scenarios/platform.ts';
import { tokenOf } from '../scenarios/raw-request.ts';
import type { Known } from './request-arbitrary.ts';

const ACCOUNTS = {
  qiyuan: 'enterprise',
  lanxin: 'enterprise',
  'environment-officer': 'department',
  'environment-lead': 'department',
  'ip-officer': 'department',
  'tax-officer': 'department',
  office: 'office',
  'bank-one': 'bank',
};

/** Few enough to be sent twice, many enough that most are new. */
const KEYS = Array.from({ length: 400 }, (_, index) => `fuzz-${index}`);

/** Values of the paths and headers that do not come from a case. */
const FIXED = {
  'Idempotency-Key': KEYS,
  'If-Match': ['"0"', '"1"', '"2"', '"3"', '"4"'],
  institutionId: ['me', '91500112LJDEM101X8'],
  programmeId: ['patent-grant-support', 'patent-stage-support'],
  version: ['2025-01-01.1', '2027-01-01.1'],
  year: ['2026', '2027'],
  day: ['2026-11-25'],
  id: ['revocation-2026-1', 'message-2026-1'],
  department: ['environment', 'tax', 'ip-centre'],
  month: ['2026-11'],
};

/**
 * Cases of all three procedures with their tasks, one of them issued, what organisations own beside cases, and what a client of
 * each kind would send. @param listings how many cases for a listing certificate are under review, as far as there are purposes
 */
export async function knownOf(platform: TestPlatform, listings: number): Promise<Known> {
  await loadRegister(platform);
  const enterprise = await platform.signIn('qiyuan');
  const issued = await issuedWithRecords(platform, enterprise, ['environment']);
  const listed = await listingsOf(platform, enterprise, listings);
  const [first] = listed;
  if (!first) throw new Error('at least one case is under review');
  const { supplementId } = await askSupplement(platform, `${first.caseId}.tax`, SUPPLEMENT);
  const owned = Object.entries(await ownedThings(platform)).map(([name, id]) => [name, [id]]);
  const funding = await apply(platform, enterprise);
  const wanted = demandOf(platform);
  const { body: demand } = await enterprise.post<CaseSummary>('/v1/financing-demands', wanted);
  await platform.settle();
  const cases = [...listed, issued, funding, demand];
  const views = await Promise.all(cases.map((one) => readCase(enterprise, one)));
  return {
    actors: await actorsOf(platform),
    values: {
      ...FIXED,
      caseId: cases.map(({ caseId }) => caseId),
      demandId: [demand.caseId],
      taskId: views.flatMap(({ tasks }) => tasks.map(({ taskId }) => taskId)),
      supplementId: [supplementId],
      number: [String(issued.resultNumber)],
      messageId: await messagesOf(platform, issued),
      ...Object.fromEntries(owned),
    },
    bodies: {
      ...BODIES,
      submitFinancingDemand: [wanted],
      decideDeskTask: [await decisionOf(platform, first)],
      ...bodiesAbout(issued, platform),
    },
  };
}

const SUPPLEMENT = { items: [{ text: '请补充说明' }], workingDays: 5 };

/** Well-meant bodies that name nothing of a case. */
const BODIES = {
  submitListingCase: [{ ...groupApplication(), attachments: [] }],
  submitFundingApplication: [application()],
  askSupplement: [SUPPLEMENT],
  answerSupplement: [{ text: '补充说明如下' }],
  sendMaterial: [{ text: '补充材料说明' }],
  assignDeskTask: [{ personId: 'environment-second-officer' }],
  beginRegisterLoad: [
    {
      format: 'json',
      fieldIds: ['tax'],
      coverage: { fromOn: '2020-01-01', toOn: '2026-05-31' },
      records: [],
    },
  ],
} satisfies Known['bodies'];

/** What may be asked about a report that lists a record of the environment department, and what goes by today's date. */
function bodiesAbout({ resultNumber }: CaseView, { runtime }: TestPlatform): Known['bodies'] {
  const number = String(resultNumber);
  const today = localDateOf(new Date(runtime.clock.now()));
  const officers = { fromPersonId: 'environment-officer', toPersonId: 'environment-lead' };
  return {
    raiseObjection: [objectionTo({ number, ...ENVIRONMENT_CELL })],
    revokeCertificate: [{ number, reason: '演示', legalBasis: '演示' }],
    makeDelegation: [{ ...officers, fromOn: today, toOn: today, workflows: ['listing-certificate'] }],
  };
}

async function messagesOf({ signIn }: TestPlatform, { caseId }: CaseSummary): Promise<string[]> {
  const path = `/v1/cases/${caseId}/notifications`;
  const { body } = await (await signIn('office')).get<{ items: NotificationView[] }>(path);
  return body.items.map(({ messageId }) => messageId);
}

/** Each of another purpose, and of another than the case that is issued. */
async function listingsOf(platform: TestPlatform, enterprise: Person, most: number): Promise<CaseSummary[]> {
  const { kind: kinds, board: boards } = ListingPurpose.shape;
  const { purpose: issued } = groupApplication();
  const purposes = kinds.options
    .flatMap((kind) => boards.options.map((board) => ({ kind, board })))
    .filter(({ kind, board }) => kind !== issued.kind || board !== issued.board);
  const made: CaseSummary[] = [];
  for (const purpose of purposes.slice(0, most)) made.push(await submit(platform, enterprise, { purpose }));
  return made;
}

/** The environment department's answer to any of its tasks: all cases ask it the same. */
async function decisionOf(platform: TestPlatform, { caseId }: CaseSummary): Promise<unknown> {
  const officer = await platform.signIn('environment-officer');
  const { body } = await officer.get<DeskTask>(`/v1/desk/tasks/${caseId}.environment`);
  return { answer: cleanAnswer(body.question as DepartmentQuestion) };
}

async function actorsOf({ origin }: TestPlatform): Promise<Known['actors']> {
  return Promise.all(
    Object.entries(ACCOUNTS).map(async ([username, kind]) => ({
      kind,
      token: await tokenOf(origin, username),
    })),
  );
}
