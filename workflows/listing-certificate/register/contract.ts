import * as z from 'zod';
import { Bilingual } from '../../shared/bilingual.ts';
import { ViolationRecord } from '../contract.ts';
import { RegisterCoverage } from '../record-answer.ts';

/**
 * 部门记录库: the register of records a department loads, so that fields without a record need no officer. A load is one file and
 * becomes one version of the register, or nothing at all.
 */

const Instant = z.iso.datetime({ offset: true });
const Person = z.strictObject({ personId: z.string().min(1), personName: z.string().min(1) });
const FieldIds = z.array(z.string().min(1).max(64)).min(1).max(50);

/** One record of the register; `behaviour` is a code of the rule set, by which it counts or does not. */
export const RegisterRecord = z.strictObject({
  uscc: z.string(),
  fieldId: z.string(),
  behaviour: z.string(),
  ...ViolationRecord.shape,
});
export type RegisterRecord = z.infer<typeof RegisterRecord>;

export const RegisterFormat = z.enum(['json', 'csv', 'xlsx']);
export type RegisterFormat = z.infer<typeof RegisterFormat>;

/**
 *     AWAITING_FILE --start--> LOADING --all lines good--> LOADED
 *                                 |------ bad lines ------> REFUSED     (the register stays as it was)
 *                                 |--- a later load won --> SUPERSEDED
 *                                 `------ breakage -------> FAILED
 */
export const RegisterLoadStatus = z.enum([
  'AWAITING_FILE',
  'LOADING',
  'LOADED',
  'REFUSED',
  'SUPERSEDED',
  'FAILED',
]);
export type RegisterLoadStatus = z.infer<typeof RegisterLoadStatus>;

/** One load of a department's register, from its announcement to its end. */
export const RegisterLoad = z.strictObject({
  departmentId: z.string().min(1),
  /** Ids of a department's loads sort in the order in which they were announced. */
  loadId: z.string().min(1),
  status: RegisterLoadStatus,
  format: RegisterFormat,
  /** The fields of which the file holds every record. */
  fieldIds: FieldIds,
  coverage: RegisterCoverage,
  sizeBytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: Instant,
  createdBy: Person,
  endedAt: Instant.optional(),
  recordCount: z.int().nonnegative().optional(),
  badLineCount: z.int().positive().optional(),
  /** The version of the register it became. */
  version: z.int().positive().optional(),
});
export type RegisterLoad = z.infer<typeof RegisterLoad>;

/** The register in force: which load, and what it knows. */
export const RegisterHead = RegisterLoad.pick({
  departmentId: true,
  loadId: true,
  fieldIds: true,
  coverage: true,
}).extend({
  version: z.int().positive(),
  recordCount: z.int().nonnegative(),
  loadedAt: Instant,
  /** The load that was the register before; its records are swept. */
  previousLoadId: z.string().optional(),
});
export type RegisterHead = z.infer<typeof RegisterHead>;

/** The chain of audit entries about a department's register: it is verified and exported like that of a case. */
export function registerChainId(departmentId: string): string {
  return `register-${departmentId}`;
}

/** What a department chose: of which fields a clean result goes out at once. */
export const RegisterSettings = z.strictObject({
  fieldsByRecord: z.array(z.string().min(1).max(64)).max(50),
  /**
   * How many days the end of a period may lie after the last day the register knows. 0: the register must reach the period's
   * last day.
   */
  maximumAgeDays: z.int().min(0).max(92),
});
export type RegisterSettings = z.infer<typeof RegisterSettings>;

export const NO_SETTINGS: RegisterSettings = { fieldsByRecord: [], maximumAgeDays: 0 };

/** One thing wrong with one cell; without `column` the whole line. */
export const CellFault = z.strictObject({
  column: z.string().optional(),
  code: z.string(),
  ...Bilingual.shape,
});
export type CellFault = z.infer<typeof CellFault>;

/** Everything wrong with one line of the file, as a spreadsheet numbers them; 0 is the file itself. */
export const LineFaults = z.strictObject({ line: z.int().nonnegative(), faults: z.array(CellFault).min(1) });
export type LineFaults = z.infer<typeof LineFaults>;

/** What an officer is shown beside the question: the records of the register that count and lie in the period. */
export const FoundRecords = z.strictObject({
  registerVersion: z.int().positive(),
  coverage: RegisterCoverage,
  records: z.array(RegisterRecord),
  /** Records that did not fit into the question. */
  omitted: z.int().nonnegative(),
});
export type FoundRecords = z.infer<typeof FoundRecords>;
