import * as z from 'zod';
import type { Bilingual } from './bilingual.ts';
import type { DeskProcedure } from './desk-procedure.ts';

/** Every question of such a procedure says which it is. */
const Asks = z.looseObject({ asks: z.string() });

/**
 * A procedure that asks several kinds of questions, each written as if it were the only one (`asks` is its literal): a question goes to
 * the part that wrote it.
 */
export function deskQuestions(
  title: Bilingual,
  parts: Readonly<Record<string, DeskProcedure>>,
): DeskProcedure {
  const all = Object.values(parts);
  const [first] = all;
  if (first === undefined) throw new RangeError('a procedure asks at least one question');
  const partOf = (question: unknown) => {
    const { asks } = Asks.parse(question);
    const part = Object.hasOwn(parts, asks) ? parts[asks] : undefined;
    if (part === undefined) throw new RangeError(`nothing of this procedure asks ${asks}`);
    return part;
  };
  const bulks = all.flatMap(({ bulk }) => (bulk ? [bulk.choice] : []));
  return {
    title,
    detail: first.detail,
    question: z.union(all.map(({ question }) => question)),
    answer: z.union(all.map(({ answer }) => answer)),
    ...(bulks.length > 0 && {
      bulk: {
        choice: z.union(bulks),
        takes: (question) => partOf(question).bulk?.takes(question) ?? false,
        shapeOf: (question) => `${Asks.parse(question).asks} ${bulkOf(partOf(question)).shapeOf(question)}`,
        answerTo: (question, choice) => bulkOf(partOf(question)).answerTo(question, choice),
        wantsALook: (question, enclosure) => bulkOf(partOf(question)).wantsALook(question, enclosure),
      },
    }),
    contactOf: (detail) => first.contactOf(detail),
    ...(first.withdrawable && { withdrawable: first.withdrawable }),
    questionOf: (detail, taskId) =>
      all.map((part) => part.questionOf(detail, taskId)).find((question) => question !== undefined),
    partsOf: (question) => partOf(question).partsOf(question),
    withoutParts: (question, closed) => partOf(question).withoutParts(question, closed),
    judge: (question, answer, where) => partOf(question).judge(question, answer, where),
  };
}

function bulkOf({ bulk, title }: DeskProcedure) {
  if (bulk === undefined) throw new RangeError(`${title.en} is answered one by one`);
  return bulk;
}
