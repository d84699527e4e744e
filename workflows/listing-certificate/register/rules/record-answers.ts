import type { RuleSet } from '../../catalogue.ts';
import type { PlannedQuestion, ReviewPeriod } from '../../contract.ts';
import type { RecordAnswer } from '../../record-answer.ts';
import type { FoundRecords, RegisterHead, RegisterRecord, RegisterSettings } from '../contract.ts';

/** A department's register as it was read for one case. */
export interface ReadRegister {
  readonly head: RegisterHead;
  readonly settings: RegisterSettings;
  /** Every record of the case's entities, of whatever field, date and behaviour. */
  readonly records: readonly RegisterRecord[];
}

export interface RecordPlanInput {
  /** The questions of a review in which officers answer everything. */
  readonly questions: readonly PlannedQuestion[];
  readonly registers: readonly ReadRegister[];
  readonly period: ReviewPeriod;
  readonly ruleSet: RuleSet;
  readonly answeredAt: string;
}

export interface RecordPlan {
  /** What is left for officers; a department without a field left is not asked. */
  readonly questions: PlannedQuestion[];
  readonly byRecord: RecordAnswer[];
  /** What the officers are shown, by task. */
  readonly found: ReadonlyMap<string, FoundRecords>;
}

/**
 * Takes out of the review what the registers answer: a field whose department lets clean results go out at once, whose register
 * knows the whole period, and in which no entity has a record that counts. Whatever has a record goes to the officer, with the
 * records beside the question.
 */
export function recordPlan({ questions, registers, ...rules }: RecordPlanInput): RecordPlan {
  const found = new Map<string, FoundRecords>();
  const byRecord: RecordAnswer[] = [];
  const left = questions.flatMap((question) => {
    const register = registers.find(({ head }) => head.departmentId === question.departmentId);
    if (register === undefined) return [question];
    const hits = register.records.filter((record) => counts(record, question, rules));
    const clean = question.fieldIds.filter(
      (fieldId) =>
        answersAlone(register, fieldId, rules.period) && !hits.some((hit) => hit.fieldId === fieldId),
    );
    byRecord.push(...clean.map((fieldId) => recordAnswer(register.head, fieldId, rules.answeredAt)));
    const fieldIds = question.fieldIds.filter((fieldId) => !clean.includes(fieldId));
    if (fieldIds.length === 0) return [];
    found.set(question.taskId, shown(hits, register.head));
    return [{ ...question, fieldIds }];
  });
  return { questions: left, byRecord, found };
}

type Rules = Pick<RecordPlanInput, 'period' | 'ruleSet'>;

/**
 * Of an entity and field that is asked, decided within the period, and of no behaviour that the rule set leaves out. One it does
 * not know, from a register loaded under other rules, is for an officer to judge.
 */
function counts(record: RegisterRecord, asked: PlannedQuestion, { period, ruleSet }: Rules): boolean {
  return (
    asked.usccs.includes(record.uscc) &&
    asked.fieldIds.includes(record.fieldId) &&
    record.decidedOn >= period.fromOn &&
    record.decidedOn <= period.toOn &&
    !ruleSet.uncountedBehaviours.some(({ code }) => code === record.behaviour)
  );
}

/** Whether silence of the register proves that there is no record. */
export function answersAlone(
  { head, settings }: Pick<ReadRegister, 'head' | 'settings'>,
  fieldId: string,
  period: ReviewPeriod,
): boolean {
  return (
    settings.fieldsByRecord.includes(fieldId) &&
    head.fieldIds.includes(fieldId) &&
    head.coverage.fromOn <= period.fromOn &&
    dayAfter(head.coverage.toOn, settings.maximumAgeDays) >= period.toOn
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;
const dayAfter = (on: string, days: number) =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

function recordAnswer(
  { departmentId, version, loadedAt, coverage }: RegisterHead,
  fieldId: string,
  answeredAt: string,
): RecordAnswer {
  const register = { registerVersion: version, registerLoadedAt: loadedAt, coverage };
  return { departmentId, fieldId, ...register, answeredAt };
}

/** An item of the table holds 400 KB, a transaction 4 MB. */
const SHOWN_BYTES = 128 * 1024;

/** Newest first, as many as fit. */
function shown(hits: readonly RegisterRecord[], { version, coverage }: RegisterHead): FoundRecords {
  const newestFirst = [...hits].sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1));
  const records: RegisterRecord[] = [];
  let bytes = 0;
  for (const record of newestFirst) {
    bytes += new TextEncoder().encode(JSON.stringify(record)).byteLength;
    if (bytes > SHOWN_BYTES) break;
    records.push(record);
  }
  return { registerVersion: version, coverage, records, omitted: hits.length - records.length };
}
