import type { PreExaminationDetail } from '../../workflows/patent-funding/pre-examination/contract.ts';
import { RegisterPreExamination } from '../../workflows/patent-funding/pre-examination/routes.ts';
import { judgePreExamination } from '../../workflows/patent-funding/pre-examination/rules/pre-examination-faults.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { type ServicesWithFiles, servicesWithFiles } from '../shared/attachments/services-with-files.ts';
import { useAttachments } from '../shared/attachments/use-attachments.ts';
import { beginExecution } from '../shared/begin-execution.ts';
import { caseIdOf } from '../shared/case-id.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { newCase } from '../shared/new-case.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { preExaminationRulesOn } from './store/pre-examination-rules.ts';
import { namedAttachments } from './submission/named-in-body.ts';

const WORKFLOW = 'pre-examination';
type Contract = typeof RegisterPreExamination;
type Input = RouteInput<Contract>;

/** Registers a filing, or refuses it with everything that is wrong. The case and its start are one transaction; then the machine begins. */
export async function registerPreExamination(
  input: Input,
  services: ServicesWithFiles,
): Promise<RouteReply<Contract>> {
  const { actor, body, idempotency } = input;
  const todayOn = localDateOf(services.now());
  const rules = preExaminationRulesOn(todayOn);
  const caller = { uscc: actor.organisationId, name: actor.organisationName };
  const judged = judgePreExamination(body, { caller, rules });
  const uploaded = await namedAttachments(body, actor, services);
  const faults = [...(judged.ok ? [] : judged.faults), ...uploaded.faults];
  if (!judged.ok || faults.length > 0) throw refusedForFaults(faults);

  const caseId = caseIdOf('pe', idempotency, todayOn);
  const { kept: attachments, writes: files } = await useAttachments(uploaded.rows, caseId, services);
  const { attachmentIds: _, ...form } = judged.value;
  const detail = { ...form, attachments, rulesVersion: rules.version };
  const reply = await untilFresh(() => store(input, caseId, detail, files, services));
  await beginExecution({ caseId, workflow: WORKFLOW, attempt: 1 }, services);
  return reply;
}

async function store(
  { actor, idempotency }: Input,
  caseId: string,
  detail: PreExaminationDetail,
  files: readonly GuardedWrite[],
  services: ServicesWithFiles,
): Promise<RouteReply<Contract>> {
  const at = localInstant(services.now());
  const { applicant, kind, industryId, ipc, rulesVersion, attachments } = detail;
  const details = {
    kind,
    industryId,
    ipc,
    rulesVersion,
    attachments: attachments.map(({ sha256 }) => sha256),
  };
  const opening = { caseId, workflow: WORKFLOW, prefix: 'PE', applicant, actor, at, detail, details };
  const { summary, writes } = await newCase(opening, services);
  const reply: RouteReply<Contract> = { body: summary, location: `/v1/cases/${caseId}` };
  await services.commit([
    services.idempotency.remember(idempotency, reply, services.now()),
    ...writes,
    ...files,
    ...services.outbox.notify('case-accepted', summary, at, {}),
  ]);
  return reply;
}

export const handler = route(RegisterPreExamination, registerPreExamination, servicesWithFiles);
