import { createHash } from 'node:crypto';
import { createCase } from '../../functions/shared/store/case-write.ts';
import { DESK_KEY, indexKeys } from '../../functions/shared/store/desk-key.ts';
import type { ListingDetail } from '../../workflows/listing-certificate/contract.ts';
import { DeskTaskSummary, taskIdOf } from '../../workflows/shared/desk-task.ts';

/** The queue that holds every loaded task: the worst there can be, one partition of the index with all of them. */
export const QUEUE = 'environment';
export const WORKFLOW = 'listing-certificate';

export interface LoadedCase {
  readonly caseItems: readonly Record<string, unknown>[];
  readonly deskItems: readonly Record<string, unknown>[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const SUBMITTED = Date.parse('2026-01-05T09:00:00+08:00');
const DUE = Date.parse('2027-01-05T23:59:59+08:00');
const local = (ms: number) => `${new Date(ms + DAY_MS / 3).toISOString().slice(0, 19)}+08:00`;

/**
 * One case under review as the platform itself would have written it (its keys, indexes and first audit entry come from the
 * stores' own functions), asked of one department. Submissions spread over ten months, due dates over a year, enterprises over
 * a fiftieth of the cases.
 */
export function loadedCase(index: number, of: number): LoadedCase {
  const caseId = `lc-${createHash('sha256').update(`bench ${index}`).digest('hex').slice(0, 32)}`;
  const caseNumber = `BENCH-2026-${String(index).padStart(7, '0')}`;
  const company = index % Math.max(1, Math.floor(of / 50));
  const applicant = { uscc: `B${String(company).padStart(17, '0')}`, name: `压测企业${company}` };
  const submittedAt = local(SUBMITTED + (index / of) * 300 * DAY_MS);
  const dueAt = local(DUE + Math.floor((((index * 7919) % of) / of) * 365) * DAY_MS);
  const detail = detailOf(applicant, taskIdOf(caseId, QUEUE), dueAt);
  const writes = createCase(
    'CaseTable',
    {
      caseId,
      caseNumber,
      workflow: WORKFLOW,
      applicant,
      submittedAt,
      submittedBy: { personId: 'bench', personName: '压测（虚构）' },
    },
    detail,
    { kind: 'case-submitted', at: submittedAt, actor: { by: 'platform', step: 'bench' } },
  );
  // Without the mark of a start still to be made, as nothing is to run for these cases, and without the statistics' counters.
  const caseItems = writes
    .flatMap(({ write }) => write.Put?.Item ?? [])
    .filter(({ pk }) => pk !== 'pending-start')
    .map((item) => (item.sk === 'case' ? { ...item, status: 'IN_REVIEW' } : item));
  return { caseItems, deskItems: deskItems(caseId, caseNumber, applicant, submittedAt, detail) };
}

type Applicant = ListingDetail['applicant'];

function deskItems(
  caseId: string,
  caseNumber: string,
  applicant: Applicant,
  openedAt: string,
  { plan, entities, period, purpose }: ListingDetail,
): Record<string, unknown>[] {
  const [planned] = plan ?? [];
  if (!planned) throw new Error('a loaded case has one question');
  const { taskId, departmentId, fieldIds, promisedWorkingDays, dueAt, dueProvisional, clock } = planned;
  const task = DeskTaskSummary.parse({
    taskId,
    caseId,
    caseNumber,
    workflow: WORKFLOW,
    departmentId,
    applicantName: applicant.name,
    applicantUscc: applicant.uscc,
    status: 'OPEN',
    openedAt,
    dueAt,
    dueProvisional,
    clock,
    version: 1,
  });
  const asked = entities.map(({ withinArea: _, ...entity }) => entity);
  const question = { departmentId, fieldIds, entities: asked, period, purpose, promisedWorkingDays };
  return [
    { ...DESK_KEY.task(taskId), ...task, ...indexKeys(task), taskToken: `bench-${caseId}` },
    { ...DESK_KEY.question(taskId), question },
  ];
}

function detailOf(applicant: Applicant, taskId: string, dueAt: string): ListingDetail {
  const signed = {
    signedOn: '2026-01-02',
    signatory: '压测（虚构）',
    signatoryRole: 'legal-representative',
  } as const;
  return {
    applicant,
    entities: [{ ...applicant, relation: 'applicant', authorisation: signed, withinArea: true }],
    fields: [QUEUE],
    period: { fromOn: '2023-01-01', toOn: '2025-12-31' },
    purpose: { kind: 'initial-public-offering', board: 'bse' },
    contact: { name: '压测（虚构）', phone: '023-00000000' },
    attachments: [],
    madeUnder: { catalogueVersion: '1', ruleSetVersion: '1', areaVersion: '1', limitsVersion: '1' },
    plan: [
      {
        taskId,
        departmentId: QUEUE,
        fieldIds: [QUEUE],
        usccs: [applicant.uscc],
        promisedWorkingDays: 6,
        dueAt,
        dueProvisional: true,
        clock: { fromOn: '2026-12-25', workingDays: 6, pauses: [], reminders: [] },
      },
    ],
  };
}
