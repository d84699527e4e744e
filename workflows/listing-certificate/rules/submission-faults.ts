import * as z from 'zod';
import { applicantFaults, type Caller, usccFaults } from '../../shared/applicant-faults.ts';
import type { Fault } from '../../shared/fault.ts';
import { type Shaped, shaped } from '../../shared/shape-faults.ts';
import type { ListingRules } from '../catalogue.ts';
import { Applicant, EntityRelation, GroupEntity, ListingSubmission } from '../contract.ts';
import { attachmentFaults } from './attachment-faults.ts';
import { entityFaults, groupFaults, type PartialEntity } from './entity-faults.ts';
import { fieldFaults } from './field-faults.ts';
import { periodFaults } from './period-faults.ts';

export interface SubmissionContext {
  readonly caller: Caller;
  /** Local date of the submission. */
  readonly todayOn: string;
  readonly rules: ListingRules;
}

/**
 * Judges a request body as it came. One answer lists every fault: those of the shape, and those of the rules for each part
 * whose shape is right, so that a missing contact does not hide a wrong check character.
 */
export function judgeSubmission(body: unknown, context: SubmissionContext): Shaped<ListingSubmission> {
  const whole = shaped(ListingSubmission, body);
  const faults = [...(whole.ok ? [] : whole.faults), ...ruleFaults(asRecord(body), context)];
  if (whole.ok && faults.length === 0) return whole;
  return { ok: false, faults: withoutRepeats(faults) };
}

function ruleFaults(body: Record<string, unknown>, context: SubmissionContext): Fault[] {
  const { caller, todayOn, rules } = context;
  const { shape } = ListingSubmission;
  const applicant = readable(Applicant, body.applicant);
  const fields = readable(z.array(z.string()), body.fields);
  const period = readable(shape.period, body.period);
  const attachments = readable(shape.attachments, body.attachments);
  return [
    ...(applicant === undefined ? [] : applicantFaults(applicant, caller)),
    ...groupRuleFaults(body.entities, applicant, context),
    ...(fields === undefined ? [] : fieldFaults(fields, rules.catalogue)),
    ...(period === undefined ? [] : periodFaults(period, todayOn, rules.limits.maximumPeriodYears)),
    ...(attachments === undefined ? [] : attachmentFaults(attachments, rules.limits)),
  ];
}

function groupRuleFaults(
  value: unknown,
  applicant: Applicant | undefined,
  { todayOn, rules }: SubmissionContext,
): Fault[] {
  if (!Array.isArray(value)) return [];
  const entities = value.map(asRecord);
  const each = entities.flatMap((candidate, index) => {
    const entity = readable(GroupEntity, candidate);
    if (entity !== undefined) return entityFaults(entity, index, todayOn);
    const uscc = readable(z.string().min(1), candidate.uscc);
    return uscc === undefined ? [] : usccFaults(`/entities/${index}/uscc`, uscc);
  });
  return [...each, ...groupFaults(entities.map(partialEntity), applicant, rules.limits.maximumEntities)];
}

function partialEntity(candidate: Record<string, unknown>): PartialEntity {
  const uscc = readable(z.string(), candidate.uscc);
  const name = readable(z.string(), candidate.name);
  const relation = readable(EntityRelation, candidate.relation);
  return {
    ...(uscc === undefined ? {} : { uscc }),
    ...(name === undefined ? {} : { name }),
    ...(relation === undefined ? {} : { relation }),
  };
}

function readable<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function withoutRepeats(faults: readonly Fault[]): Fault[] {
  const seen = new Map(faults.map((fault) => [`${fault.pointer} ${fault.code}`, fault]));
  return [...seen.values()];
}
