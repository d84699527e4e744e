import { keepStaffList } from '../../demo/staff.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { demandOf } from '../scenarios/financing-demand/demand-of.ts';
import { groupApplication, readCase, submit } from '../scenarios/listing-certificate/steps.ts';
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

/** Cases of all three procedures with their tasks, and what a client of each kind would send. */
export async function knownOf(platform: TestPlatform): Promise<Known> {
  await keepStaffList(platform.origin, 'environment');
  await loadRegister(platform);
  const enterprise = await platform.signIn('qiyuan');
  const bond = { purpose: { kind: 'bond', board: 'bse' } } as const;
  const listings = [await submit(platform, enterprise), await submit(platform, enterprise, bond)];
  const funding = await apply(platform, enterprise);
  const wanted = demandOf(platform);
  const { body: demand } = await enterprise.post<CaseSummary>('/v1/financing-demands', wanted);
  await platform.settle();
  const cases = [...listings, funding, demand];
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
    },
  };
}

async function actorsOf({ origin }: TestPlatform): Promise<Known['actors']> {
  return Promise.all(
    Object.entries(ACCOUNTS).map(async ([username, kind]) => ({
      kind,
      token: await tokenOf(origin, username),
    })),
  );
}
