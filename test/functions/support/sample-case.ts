import { randomUUID } from 'node:crypto';
import { personOf } from '../../../functions/shared/person-of.ts';
import { PARTITION } from '../../../functions/shared/store/desk-key.ts';
import type { DeskSearch } from '../../../functions/shared/store/desk-search.ts';
import type { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import type { Deadline } from '../../../workflows/shared/deadline/task-clock.ts';
import type { AskedQuestion } from '../../../workflows/shared/desk-steps.ts';
import { taskIdOf } from '../../../workflows/shared/desk-task.ts';
import { ENTERPRISE, ENVIRONMENT } from './actors.ts';
import { NOW, type World } from './world.ts';

/** Six working days after {@link NOW}. */
export const DEADLINE: Deadline = {
  dueAt: '2026-12-01T23:59:59+08:00',
  dueProvisional: false,
  clock: {
    fromOn: '2026-11-23',
    workingDays: 6,
    pauses: [],
    reminders: [
      { percent: 50, at: '2026-11-26T09:00:00+08:00' },
      { percent: 80, at: '2026-11-30T09:00:00+08:00' },
    ],
  },
};
const USCC = ENTERPRISE.organisationId;

export interface SampleCase {
  readonly caseId: string;
  /** The question put to a department, as the machine hands it over. */
  question(departmentId: string): AskedQuestion;
}

/** A case of ENTERPRISE under review: environment and tax are to be asked `fields` (one each, unless told) about one entity. */
export async function caseInReview(
  world: World,
  { submittedAt = NOW, fields }: { submittedAt?: string; fields?: readonly string[] } = {},
): Promise<SampleCase> {
  const caseId = randomUUID();
  await submitCase(world, caseId, submittedAt, fields);
  await world.cases.started({ caseId, workflow: 'listing-certificate', attempt: 1 });
  const read = await world.cases.read(caseId);
  if (!read) throw new Error('the case was just written');
  await world.commit(
    world.cases.change(
      read,
      { status: 'IN_REVIEW' },
      { kind: 'review-planned', at: NOW, actor: { by: 'platform', step: 'plan-review' } },
    ),
  );
  return {
    caseId,
    question: (departmentId) => ({
      taskId: taskIdOf(caseId, departmentId),
      departmentId,
      ...DEADLINE,
      wakeAt: '2026-11-26T09:00:00+08:00',
      timeoutSeconds: 259_200,
    }),
  };
}

/** A case that was just submitted, with its execution still to be begun. */
export async function submitCase(
  world: World,
  caseId: string,
  submittedAt = NOW,
  fields: readonly string[] = ONE_FIELD,
): Promise<void> {
  await world.commit(
    world.cases.create(
      {
        caseId,
        caseNumber: `LC-${caseId.slice(0, 8)}`,
        workflow: 'listing-certificate',
        applicant: { uscc: USCC, name: 'Qiyuan' },
        submittedAt,
        submittedBy: { personId: ENTERPRISE.personId, personName: ENTERPRISE.personName },
      },
      detailOf(caseId, fields),
      { kind: 'case-submitted', at: submittedAt, actor: { by: 'platform', step: 'test' } },
    ),
  );
}

/** A complete answer of a department: no record. */
export function cleanAnswer(departmentId: string, fields: readonly string[] = ONE_FIELD) {
  const fieldIds = fieldsOf(departmentId, fields);
  return { answers: fieldIds.map((fieldId) => ({ uscc: USCC, fieldId, finding: 'no-record' })) };
}

const ONE_FIELD = ['field'];
const fieldsOf = (departmentId: string, fields: readonly string[]) =>
  fields.map((field) => `${departmentId}-${field}`);

function detailOf(caseId: string, fields: readonly string[]): ListingDetail {
  const signed = { signedOn: '2026-11-01', signatory: 'A', signatoryRole: 'legal-representative' } as const;
  return {
    applicant: { uscc: USCC, name: 'Qiyuan' },
    entities: [
      { uscc: USCC, name: 'Qiyuan', relation: 'applicant', authorisation: signed, withinArea: true },
    ],
    fields: ['environment', 'tax'].flatMap((departmentId) => fieldsOf(departmentId, fields)),
    period: { fromOn: '2023-11-01', toOn: '2026-10-31' },
    purpose: { kind: 'initial-public-offering', board: 'bse' },
    contact: { name: 'B', phone: '023-12345678' },
    attachments: [],
    madeUnder: { catalogueVersion: '1', ruleSetVersion: '1', areaVersion: '1', limitsVersion: '1' },
    plan: ['environment', 'tax'].map((departmentId) => ({
      taskId: taskIdOf(caseId, departmentId),
      departmentId,
      fieldIds: fieldsOf(departmentId, fields),
      usccs: [USCC],
      promisedWorkingDays: 6,
      ...DEADLINE,
    })),
  };
}

/** The officer of the environment department has just decided; the machine was not told. */
export async function decideEnvironment(world: World, { caseId, question }: SampleCase): Promise<void> {
  const [read, task] = await Promise.all([
    world.cases.read(caseId),
    world.desk.read(question('environment').taskId),
  ]);
  if (!read || !task) throw new Error('open the task first');
  const { personId, personName } = ENVIRONMENT;
  await world.commit([
    ...world.desk.decide(task, {
      answer: cleanAnswer('environment'),
      decidedAt: NOW,
      decidedBy: { personId, personName },
    }),
    ...world.cases.change(read, {}, { kind: 'task-decided', at: NOW, actor: personOf(ENVIRONMENT) }),
  ]);
}

/** The search for all open tasks of a department. */
export function openQueue(departmentId: string): DeskSearch {
  const partition = PARTITION.all(departmentId, 'OPEN');
  return { list: 'test', partitions: [partition], due: {} };
}
