import type { Person } from '../../demo/person.ts';
import { keepStaffList } from '../../demo/staff.ts';
import { ListingPurpose } from '../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../workflows/listing-certificate/desk-procedure.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import { demandOf } from '../scenarios/financing-demand/demand-of.ts';
import { cleanAnswer, groupApplication, readCase, submit } from '../scenarios/listing-certificate/steps.ts';
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
 * Cases of all three procedures with their tasks, and what a client of each kind would send. @param listings how many cases for a
 * listing certificate, as far as there are purposes
 */
export async function knownOf(platform: TestPlatform, listings: number): Promise<Known> {
  await keepStaffList(platform.origin, 'environment');
  await loadRegister(platform);
  const enterprise = await platform.signIn('qiyuan');
  const listed = await listingsOf(platform, enterprise, listings);
  const funding = await apply(platform, enterprise);
  const wanted = demandOf(platform);
  const { body: demand } = await enterprise.post<CaseSummary>('/v1/financing-demands', wanted);
  await platform.settle();
  const cases = [...listed, funding, demand];
  const decision = await decisionOf(platform, listed[0] as CaseSummary);
  const views = await Promise.all(cases.map((one) => readCase(enterprise, one)));
  return {
    actors: await actorsOf(platform),
    values: {
      ...FIXED,
      caseId: cases.map(({ caseId }) => caseId),
      demandId: [demand.caseId],
      taskId: views.flatMap(({ tasks }) => tasks.map(({ taskId }) => taskId)),
    },
    bodies: {
      submitListingCase: [{ ...groupApplication(), attachments: [] }],
      submitFundingApplication: [application()],
      submitFinancingDemand: [wanted],
      decideDeskTask: [decision],
    },
  };
}

/** Each of another purpose. */
async function listingsOf(platform: TestPlatform, enterprise: Person, most: number): Promise<CaseSummary[]> {
  const { kind: kinds, board: boards } = ListingPurpose.shape;
  const purposes = kinds.options.flatMap((kind) => boards.options.map((board) => ({ kind, board })));
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
