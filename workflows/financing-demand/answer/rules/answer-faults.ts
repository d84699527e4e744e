import type { Bilingual } from '../../../shared/bilingual.ts';
import type { Fault } from '../../../shared/fault.ts';
import type { DemandTerms } from '../../contract.ts';
import type { AnswerRules } from '../answer-rules.ts';
import type { Answer, GivenAnswer } from '../contract.ts';

const WORDS = {
  'amount-above-demand': { zh: '金额超过需求的上限', en: 'More than the demand asks for' },
  'amount-below-demand': {
    zh: '金额低于需求的下限，且该需求不接受分笔',
    en: 'Less than the demand asks for, and it does not take parts',
  },
  'offer-already-over': { zh: '报价有效期已过', en: 'The last day of the offer has passed' },
  'reason-unknown': { zh: '没有这个拒绝原因代码', en: 'There is no such reason of refusal' },
  'drawn-above-accepted': { zh: '提款合计超过已接受的金额', en: 'More is drawn than was accepted' },
  'drawn-in-the-future': { zh: '提款日期晚于今天', en: 'The day of drawing lies in the future' },
} as const satisfies Record<string, Bilingual>;

interface Context {
  readonly terms: Pick<DemandTerms, 'amountFromFen' | 'amountToFen' | 'partsAllowed'>;
  readonly rules: Pick<AnswerRules, 'refusalReasons'>;
  readonly today: string;
  /** The answer so far. */
  readonly before: Answer | undefined;
}

/** Everything wrong with a well-formed answer. */
export function answerFaults(given: GivenAnswer, context: Context): Fault[] {
  switch (given.kind) {
    case 'offer':
      return offerFaults(given, context);
    case 'refusal':
      return when(
        !context.rules.refusalReasons.some(({ code }) => code === given.reason),
        '/reason',
        'reason-unknown',
      );
    case 'drawn':
      return drawingFaults(given, context);
    default:
      return [];
  }
}

function offerFaults(
  { amountFen, validUntilOn }: Extract<GivenAnswer, { kind: 'offer' }>,
  { terms, today }: Context,
): Fault[] {
  const tooLittle = amountFen < terms.amountFromFen && !terms.partsAllowed;
  return [
    ...when(amountFen > terms.amountToFen, '/amountFen', 'amount-above-demand'),
    ...when(tooLittle, '/amountFen', 'amount-below-demand'),
    ...when(validUntilOn < today, '/validUntilOn', 'offer-already-over'),
  ];
}

function drawingFaults(
  { amountFen, drawnOn }: Extract<GivenAnswer, { kind: 'drawn' }>,
  { before, today }: Context,
): Fault[] {
  const drawn = (before?.draws ?? []).reduce((sum, one) => sum + one.amountFen, amountFen);
  return [
    ...when(drawn > (before?.accepted?.amountFen ?? 0), '/amountFen', 'drawn-above-accepted'),
    ...when(drawnOn > today, '/drawnOn', 'drawn-in-the-future'),
  ];
}

function when(wrong: boolean, pointer: string, code: keyof typeof WORDS): Fault[] {
  return wrong ? [{ pointer, code, ...WORDS[code] }] : [];
}
