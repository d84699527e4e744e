import type * as z from 'zod';
import type { Bilingual } from './bilingual.ts';
import type { Fault } from './fault.ts';
import { type Shaped, shaped } from './shape-faults.ts';

/** What an applicant gave to be reached by. */
export interface ApplicantContact {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/**
 * What the desk must know of a procedure to put its questions and to judge its answers. A procedure writes it with
 * {@link deskProcedure} in `workflows/<name>/desk-procedure.ts` and stands in the registry procedures.ts: so the desk serves
 * all of them and knows none.
 */
export interface DeskProcedure {
  readonly title: Bilingual;
  /** Its cases are ended by a route of their own, which this tells; absent where the applicant withdraws them as any case. */
  readonly ownEnding?: Bilingual;
  /** Where the applicant wants to be told, from the detail of its case. */
  contactOf(detail: unknown): ApplicantContact;
  readonly detail: z.ZodType;
  readonly question: z.ZodType;
  readonly answer: z.ZodType;
  /** What may be laid before the officer beside the question. */
  readonly enclosure?: z.ZodType;
  /** Whether the applicant may still withdraw, from the detail of its case: not while its money is on the way. Absent: always. */
  readonly withdrawable?: (detail: unknown) => boolean;
  /** What one choice may answer to many tasks at once; absent where every task wants an answer of its own. */
  readonly bulk?: BulkAnswer;
  /** The question of a task, from the detail of its case; undefined where the case never asked it. */
  questionOf(detail: unknown, taskId: string): unknown;
  /** Ids of the parts of a question, each of which may be closed unanswered while the rest goes on. */
  partsOf(question: unknown): readonly string[];
  /** What is left of a question. */
  withoutParts(question: unknown, closed: readonly string[]): unknown;
  /** The answer, or everything wrong with it on a local date. */
  judge(question: unknown, answer: unknown, where: Judged): Shaped<unknown>;
}

/** Where and when an answer is judged. */
export interface Judged {
  /** Pointer of the answer inside the request. */
  readonly at: string;
  readonly todayOn: string;
}

/** One choice for many like tasks: how each is answered by it. */
export interface BulkAnswer {
  readonly choice: z.ZodType;
  /** Whether this question may be answered so. */
  takes(question: unknown): boolean;
  /** Tasks are like where this is the same. */
  shapeOf(question: unknown): string;
  answerTo(question: unknown, choice: unknown): unknown;
  /** Whether what was laid beside this question wants to be looked at first. */
  wantsALook(question: unknown, enclosure: unknown): boolean;
}

interface BulkSpec<
  Question extends z.ZodType,
  Answer extends z.ZodType,
  Choice extends z.ZodType,
  Enclosure extends z.ZodType,
> {
  readonly choice: Choice;
  readonly shapeOf: (question: z.output<Question>) => string;
  readonly answerTo: (question: z.output<Question>, choice: z.output<Choice>) => z.output<Answer>;
  /** Whatever is laid beside a question, unless told. */
  readonly wantsALook?: (enclosure: z.output<Enclosure>) => boolean;
}

interface DeskProcedureSpec<
  Detail extends z.ZodType,
  Question extends z.ZodType,
  Answer extends z.ZodType,
  Choice extends z.ZodType,
  Enclosure extends z.ZodType,
> {
  readonly bulk?: BulkSpec<Question, Answer, Choice, Enclosure>;
  readonly title: Bilingual;
  readonly ownEnding?: Bilingual;
  /** What a case of this procedure carries beside what every case has. */
  readonly detail: Detail;
  readonly question: Question;
  readonly answer: Answer;
  readonly enclosure?: Enclosure;
  readonly questionOf: (detail: z.output<Detail>, taskId: string) => z.output<Question> | undefined;
  readonly contactOf: (detail: z.output<Detail>) => ApplicantContact;
  /** Always, unless told. */
  readonly withdrawable?: (detail: z.output<Detail>) => boolean;
  readonly partsOf: (question: z.output<Question>) => readonly string[];
  readonly withoutParts: (question: z.output<Question>, closed: readonly string[]) => z.output<Question>;
  /** Everything wrong with a well-formed answer; pointers are relative to the answer (`/answers/3/uscc`). */
  readonly answerFaults: (
    question: z.output<Question>,
    answer: z.output<Answer>,
    todayOn: string,
  ) => readonly Fault[];
}

/** Lets a procedure write its rules on its own types; the desk hands in what it read, and the schemas stand between. */
export function deskProcedure<
  D extends z.ZodType,
  Q extends z.ZodType,
  A extends z.ZodType,
  C extends z.ZodType,
  E extends z.ZodType,
>(spec: DeskProcedureSpec<D, Q, A, C, E>): DeskProcedure {
  const { bulk, withdrawable } = spec;
  return {
    ...(bulk && { bulk: bulkAnswer(spec, bulk) }),
    title: spec.title,
    ...(spec.ownEnding ? { ownEnding: spec.ownEnding } : {}),
    detail: spec.detail,
    question: spec.question,
    answer: spec.answer,
    ...(spec.enclosure ? { enclosure: spec.enclosure } : {}),
    contactOf: (detail) => spec.contactOf(spec.detail.parse(detail)),
    ...(withdrawable && { withdrawable: (detail) => withdrawable(spec.detail.parse(detail)) }),
    questionOf: (detail, taskId) => spec.questionOf(spec.detail.parse(detail), taskId),
    partsOf: (question) => spec.partsOf(spec.question.parse(question)),
    withoutParts: (question, closed) => spec.withoutParts(spec.question.parse(question), closed),
    judge(question, answer, { at, todayOn }) {
      const shape = shaped(spec.answer, answer, at);
      if (!shape.ok) return shape;
      const faults = spec
        .answerFaults(spec.question.parse(question), shape.value, todayOn)
        .map((fault) => ({ ...fault, pointer: at + fault.pointer }));
      return faults.length > 0 ? { ok: false, faults } : shape;
    },
  };
}

function bulkAnswer<Q extends z.ZodType, A extends z.ZodType, C extends z.ZodType, E extends z.ZodType>(
  { question: asked, enclosure: laid }: { readonly question: Q; readonly enclosure?: E },
  { choice: chosen, shapeOf, answerTo, wantsALook }: BulkSpec<Q, A, C, E>,
): BulkAnswer {
  return {
    choice: chosen,
    takes: () => true,
    shapeOf: (question) => shapeOf(asked.parse(question)),
    answerTo: (question, choice) => answerTo(asked.parse(question), chosen.parse(choice)),
    wantsALook: (_question, enclosure) =>
      enclosure !== undefined && (!laid || !wantsALook || wantsALook(laid.parse(enclosure))),
  };
}
