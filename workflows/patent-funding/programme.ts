import * as z from 'zod';
import { Bilingual } from '../shared/bilingual.ts';
import { RuleId } from './rule-id.ts';

/**
 * 资助项目: everything a funding programme decides by, as data (seeds/patent-funding, and versions that the office publishes). A published
 * version never changes: a case keeps the one it was accepted under.
 */

/** 发明、实用新型、外观设计. */
export const PatentKind = z.enum(['invention', 'utility-model', 'design']);
export type PatentKind = z.infer<typeof PatentKind>;

/** 梯度培育: innovative, 专精特新, 专精特新“小巨人”, 制造业单项冠军. */
export const LadderLevel = z.enum(['innovative', 'specialised', 'little-giant', 'single-champion']);
export type LadderLevel = z.infer<typeof LadderLevel>;

const Fen = z.int().nonnegative();
const LocalDate = z.iso.date();
/** Hundredths of a percent: 5000 is half. */
const BasisPoints = z.int().min(1).max(10_000);

/** A clause of the programme: its number and what it says, in our words. */
export const Clause = z.strictObject({ clause: z.string().min(1).max(40), ...Bilingual.shape });
export type Clause = z.infer<typeof Clause>;

/** An industry of the programme and the IPC classes that stand for it: a patent is in it whose class begins so. */
export const KeyIndustry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: Bilingual,
  ipcPrefixes: z.array(z.string().regex(/^[A-H]([0-9]{2}([A-Z]([0-9]{1,4}(\/[0-9]{1,6})?)?)?)?$/)).min(1),
});
export type KeyIndustry = z.infer<typeof KeyIndustry>;

const FastLane = z.strictObject({
  ladderLevels: z.array(LadderLevel),
  keyIndustries: z.array(KeyIndustry),
  /** So much of the patents has to be in key industries. */
  keyIndustryShareBasisPoints: BasisPoints,
});

/** Money granted at the grant stage is being ended by rule: what is granted after this day is never paid. */
export const ProgrammeClosure = z.strictObject({
  lastGrantOn: LocalDate,
  /** The rule that ends it, and where it stands. */
  clause: Clause,
  source: z.string().min(1).max(500),
});
export type ProgrammeClosure = z.infer<typeof ProgrammeClosure>;

export const Programme = z
  .strictObject({
    programmeId: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
    version: z.string().min(1).max(40),
    effectiveOn: LocalDate,
    source: z.string().min(1).max(1000),
    name: Bilingual,
    legalBasis: Bilingual,
    clauses: z.record(RuleId, Clause),
    firstGrantOn: LocalDate,
    lastGrantOn: LocalDate,
    amounts: z.array(z.strictObject({ kind: PatentKind, amountFen: Fen.min(1) })).min(1),
    /** What all levels of government together may give, as a share of the official fees that were paid. */
    feeShareBasisPoints: BasisPoints,
    enterpriseYearCapFen: Fen.min(1),
    budgets: z.array(z.strictObject({ year: z.int().min(2000).max(2100), allottedFen: Fen })).min(1),
    /** What becomes of money left over at the end of a year. */
    yearEnd: z.enum(['carry', 'lapse']),
    noticeWorkingDays: z.int().min(1).max(30),
    reviewDepartmentId: z.string().min(1),
    paymentDepartmentId: z.string().min(1),
    promisedWorkingDays: z.strictObject({ ordinary: z.int().min(1).max(60), fast: z.int().min(1).max(60) }),
    fastLane: FastLane,
    /** The first applicant's address has to name one of these. */
    areaNames: z.array(z.string().min(2)).min(1),
    maximumPatents: z.int().min(1).max(500),
    closedByRule: ProgrammeClosure.optional(),
  })
  .refine((programme) => programme.firstGrantOn <= programme.lastGrantOn, {
    error: 'the grant window ends before it begins',
    path: ['lastGrantOn'],
  })
  .refine(({ amounts }) => new Set(amounts.map(({ kind }) => kind)).size === amounts.length, {
    error: 'a kind has two amounts',
    path: ['amounts'],
  })
  .refine(({ budgets }) => new Set(budgets.map(({ year }) => year)).size === budgets.length, {
    error: 'a year has two budgets',
    path: ['budgets'],
  })
  .refine(({ promisedWorkingDays: { fast, ordinary } }) => fast <= ordinary, {
    error: 'the fast lane promises more days than the ordinary one',
    path: ['promisedWorkingDays', 'fast'],
  });
export type Programme = z.infer<typeof Programme>;
