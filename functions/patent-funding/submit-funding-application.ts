import type {
  FundingApplication,
  FundingDetail,
  PatentRow,
} from '../../workflows/patent-funding/contract.ts';
import type { Programme } from '../../workflows/patent-funding/programme.ts';
import { SubmitFundingApplication } from '../../workflows/patent-funding/routes.ts';
import { judgeApplication } from '../../workflows/patent-funding/rules/application-faults.ts';
import { patentRow } from '../../workflows/patent-funding/rules/patent-row.ts';
import type { CaseAttachment } from '../../workflows/shared/attachments/attachment.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { useAttachments } from '../shared/attachments/use-attachments.ts';
import { beginExecution } from '../shared/begin-execution.ts';
import { caseIdOf } from '../shared/case-id.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { newCase } from '../shared/new-case.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { type SubmissionServices, submissionServices } from './store/submission-services.ts';
import { readBody } from './submission/application-body.ts';
import { namedAttachments, namedProgramme } from './submission/named-in-body.ts';

const WORKFLOW = 'patent-funding';
type Contract = typeof SubmitFundingApplication;
type Input = RouteInput<Contract>;

/**
 * Accepts an application, or refuses it with everything that is wrong with any of its patents. The case with its patents, its first audit
 * entry, the answer to this Idempotency-Key and the number are one transaction; the machine starts after it.
 * @throws RefusedError 422 with every fault
 */
export async function submitFundingApplication(
  input: Input,
  services: SubmissionServices,
): Promise<RouteReply<Contract>> {
  const { actor, idempotency } = input;
  const { body, told } = await readBody(input.body);
  const todayOn = localDateOf(services.now());
  const programme = await namedProgramme(body, todayOn, services);
  const caller = { uscc: actor.organisationId, name: actor.organisationName };
  const judged = judgeApplication(body, { caller, todayOn, maximumPatents: programme?.maximumPatents });
  const uploaded = await namedAttachments(body, actor, services);
  const faults = [...told(judged.ok ? [] : judged.faults), ...uploaded.faults];
  if (!judged.ok || programme === undefined || faults.length > 0) throw refusedForFaults(faults);

  const caseId = caseIdOf('pf', idempotency, todayOn);
  const { kept, writes: files } = await useAttachments(uploaded.rows, caseId, services);
  const detail = detailOf(judged.value, programme, kept, todayOn);
  const rows = judged.value.patents.map(patentRow);
  const reply = await untilFresh(() => store({ input, caseId, detail, rows, files }, services));
  await beginExecution({ caseId, workflow: WORKFLOW, attempt: 1 }, services);
  return reply;
}

function detailOf(
  { applicant, contact, account, patents }: FundingApplication,
  { programmeId, version }: Programme,
  attachments: CaseAttachment[],
  todayOn: string,
): FundingDetail {
  return {
    applicant,
    contact,
    account,
    programmeId,
    programmeVersion: version,
    budgetYear: Number(todayOn.slice(0, 4)),
    attachments,
    patentCount: patents.length,
  };
}

interface Accepted {
  readonly input: Input;
  readonly caseId: string;
  readonly detail: FundingDetail;
  readonly rows: readonly PatentRow[];
  /** Writes that make the attachments the case's. */
  readonly files: readonly GuardedWrite[];
}

async function store(accepted: Accepted, services: SubmissionServices): Promise<RouteReply<Contract>> {
  const { input, caseId, detail, rows, files } = accepted;
  const { actor, idempotency } = input;
  const at = localInstant(services.now());
  const { programmeId, programmeVersion, patentCount, applicant, attachments } = detail;
  const details = {
    programmeId,
    programmeVersion,
    patentCount,
    attachments: attachments.map(({ sha256 }) => sha256),
  };
  const opening = { caseId, workflow: WORKFLOW, prefix: 'PF', applicant, actor, at, detail, details };
  const { summary, writes } = await newCase(opening, services);
  const reply: RouteReply<Contract> = { body: summary, location: `/v1/cases/${caseId}` };
  await services.commit([
    services.idempotency.remember(idempotency, reply, services.now()),
    ...writes,
    ...services.applications.put(caseId, rows),
    ...files,
    ...services.outbox.notify('case-accepted', summary, at, {}),
  ]);
  return reply;
}

export const handler = route(SubmitFundingApplication, submitFundingApplication, submissionServices);
