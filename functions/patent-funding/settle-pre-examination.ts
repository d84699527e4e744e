import { SettlePreExamination } from '../../workflows/patent-funding/pre-examination/steps.ts';
import type { CaseStatus } from '../../workflows/shared/case.ts';
import { addWorkingDays, localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { platformKey } from '../shared/client/platform-key.ts';
import { setting } from '../shared/config.ts';
import { extended, type Services } from '../shared/services.ts';
import type { Deed } from '../shared/store/case-write.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';
import { examined } from './pre-examination/examined.ts';
import { type PassSigning, signedPassCertificate } from './pre-examination/signed-pass-certificate.ts';
import { type PreExaminationCase, readPreExaminationUnderWay } from './store/pre-examination-case.ts';
import { preExaminationRulesOf } from './store/pre-examination-rules.ts';

interface Settled {
  readonly caseId: string;
  readonly status: CaseStatus;
  readonly number?: string;
}

type SettlingServices = Services & PassSigning;

/**
 * Ends the examination: a signed pass certificate with its number, or a refusal with every reason. Number, credential and status are one
 * transaction: a second run finds the first one's and changes nothing.
 */
export async function settlePreExamination(
  { caseId }: { readonly caseId: string },
  services: SettlingServices,
): Promise<Settled> {
  return untilFresh(async () => {
    const found = await readPreExaminationUnderWay(caseId, services);
    const { status, resultNumber: number } = found.case;
    const settled = status === 'ISSUED' || status === 'DECIDED';
    if (settled) return { caseId, status, ...(number === undefined ? {} : { number }) };
    return settle(found, services);
  });
}

async function settle(found: PreExaminationCase, services: SettlingServices): Promise<Settled> {
  const { caseId } = found.case;
  const question = found.detail.examination && (await services.desk.read(found.detail.examination.taskId));
  if (question === undefined) throw new Error(`The examination of ${caseId} was never put`);
  const outcome = examined(question);
  const deed: Deed = {
    kind: outcome.verdict === 'passed' ? 'pre-examination-passed' : 'pre-examination-refused',
    at: localInstant(services.now()),
    actor: { by: 'platform', step: 'SettlePreExamination' },
    details: { verdict: outcome.verdict },
  };
  const { pauses } = question.clock;
  if (outcome.verdict === 'passed') return pass({ found, deed, pauses }, services);
  await services.commit([
    ...services.cases.change(
      found.case,
      { status: 'DECIDED', pauses, detail: { ...found.detail, outcome } },
      deed,
    ),
    ...services.outbox.notify('pre-examination-refused', found.case, deed.at, {}),
  ]);
  return { caseId, status: 'DECIDED' };
}

interface Passing {
  readonly found: PreExaminationCase;
  readonly deed: Deed;
  readonly pauses: readonly { fromOn: string; untilOn: string }[];
}

async function pass({ found, deed, pauses }: Passing, services: SettlingServices): Promise<Settled> {
  const { case: read, detail } = found;
  const { at } = deed;
  const todayOn = localDateOf(services.now());
  const { fileWithinWorkingDays } = preExaminationRulesOf(detail.rulesVersion);
  const until = addWorkingDays(await services.calendars.read(), todayOn, fileWithinWorkingDays);
  const next = await services.numbers.next(`pass-certificate#${todayOn.slice(0, 4)}`);
  const number = `LJYS-${todayOn.slice(0, 4)}-${String(next.value).padStart(6, '0')}`;
  const facts = { number, issuedAt: at, fileBy: until.dueOn, fileByProvisional: until.provisional };
  const certificate = await signedPassCertificate(found, facts, services);
  const outcome = { verdict: 'passed', reasons: [] } as const;
  const writes: GuardedWrite[] = [
    next.take,
    ...services.cases.change(
      read,
      { status: 'ISSUED', resultNumber: number, pauses, detail: { ...detail, outcome, certificate } },
      { ...deed, details: { ...deed.details, number } },
    ),
    ...services.outbox.notify('case-issued', read, at, { number }),
  ];
  await services.commit(writes);
  return { caseId: read.caseId, status: 'ISSUED', number };
}

export const handler = task(SettlePreExamination, settlePreExamination, () =>
  extended({ signingKey: platformKey(), publicBaseUrl: setting('PUBLIC_BASE_URL') }),
);
