import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { assessPatents } from '../../../functions/patent-funding/assess-patents.ts';
import { claimPatents } from '../../../functions/patent-funding/claim-patents.ts';
import { releasePatents } from '../../../functions/patent-funding/release-patents.ts';
import { settleReview } from '../../../functions/patent-funding/settle-review.ts';
import { applicationStore } from '../../../functions/patent-funding/store/application-store.ts';
import { enterpriseYearStore } from '../../../functions/patent-funding/store/enterprise-year-store.ts';
import { readFundingCase } from '../../../functions/patent-funding/store/funding-case.ts';
import { patentClaimStore } from '../../../functions/patent-funding/store/patent-claim-store.ts';
import { patentRegister } from '../../../functions/patent-funding/store/patent-register.ts';
import { programmeStore } from '../../../functions/patent-funding/store/programme-store.ts';
import type { SubmissionServices } from '../../../functions/patent-funding/store/submission-services.ts';
import { submitFundingApplication } from '../../../functions/patent-funding/submit-funding-application.ts';
import { route } from '../../../functions/shared/route.ts';
import type { ClaimedPatent } from '../../../workflows/patent-funding/contract.ts';
import type { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';
import { SubmitFundingApplication } from '../../../workflows/patent-funding/routes.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { patentNumber } from '../../workflows/patent-funding/samples.ts';
import { ENTERPRISE } from '../support/actors.ts';
import { send } from '../support/http.ts';
import { type World, world } from '../support/world.ts';

export type FundingWorld = World & SubmissionServices;

export function fundingWorld(db: DynamoDBDocumentClient, more: Partial<FundingWorld> = {}): FundingWorld {
  const register = patentRegister(db, 'PatentTable');
  return {
    ...world(db),
    applications: applicationStore(db, 'PatentTable'),
    patentClaims: patentClaimStore(db, 'PatentTable'),
    enterpriseYears: enterpriseYearStore(db, 'PatentTable'),
    register,
    registry: register,
    programmes: programmeStore(
      db,
      () => 'PatentTable',
      () => 'CaseTable',
    ),
    ...more,
  };
}

let serial = 0;

/** So many patents of an enterprise that nobody has claimed yet, granted as the registry knows. */
export async function newPatents(
  w: FundingWorld,
  count: number,
  { owner = ENTERPRISE, ...more }: Partial<RegistryRecord> & { owner?: Actor } = {},
): Promise<ClaimedPatent[]> {
  const patents = Array.from({ length: count }, (): ClaimedPatent => {
    const number = patentNumber(2020, 1, ++serial);
    return {
      number,
      title: `Patent ${number}`,
      grantedOn: '2025-03-14',
      grantPublicationNumber: `CN${serial}B`,
      patentees: [owner.organisationName],
      address: '重庆市两江新区示范大道1号',
      feesFen: 350_000,
      receipts: ['R-1'],
      receivedElsewhereFen: 0,
      coOwnersWaive: false,
    };
  });
  await w.register.load(
    patents.map(({ number, title, grantedOn, patentees, address }) => ({
      number,
      title,
      grantedOn,
      patentees,
      address,
      ipc: ['A01B1/00'],
      legalStatus: 'in-force',
      ...more,
    })),
  );
  return patents;
}

export const formOf = (actor: Actor = ENTERPRISE) => ({
  programmeId: 'patent-grant-support',
  applicant: { uscc: actor.organisationId, name: actor.organisationName },
  contact: { name: 'A', phone: '023-12345678' },
  account: { holder: actor.organisationName, bank: 'B', number: '62000000000001' },
});

/** Posts an application as an enterprise. */
export const apply = (w: FundingWorld, body: unknown, actor: Actor = ENTERPRISE, key = `key-${++serial}`) =>
  send(
    route(SubmitFundingApplication, submitFundingApplication, () => w),
    { actor, body, headers: { 'idempotency-key': key } },
  );

/** An accepted application, and the steps of its machine. */
export async function applied(w: FundingWorld, patents: readonly ClaimedPatent[], actor: Actor = ENTERPRISE) {
  const { status, json } = await apply(w, { ...formOf(actor), patents }, actor);
  if (status !== 201) throw new Error(JSON.stringify(json));
  const caseId = String(json.caseId);
  return {
    caseId,
    assess: () => assessPatents({ caseId }, w),
    claim: () => claimPatents({ caseId }, w),
    settle: () => settleReview({ caseId }, w),
    release: () => releasePatents({ caseId }, w),
    rows: () => w.applications.read(caseId),
    read: () => readFundingCase(caseId, w),
    holders: async () => {
      const claims = await w.patentClaims.holdersOf(patents.map(({ number }) => number));
      return patents.map(({ number }) => claims.get(number)?.caseId);
    },
    audit: async () => (await w.cases.readAudit(caseId, { limit: 100 })).items.map(({ kind }) => kind),
  };
}
