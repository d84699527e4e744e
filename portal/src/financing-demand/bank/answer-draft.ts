import type { GivenAnswer } from '../../../../workflows/financing-demand/answer/contract.ts';
import { basisPointsOf, fenOfWan } from '../../parts/money.ts';

/** An answer as it is being written: amounts in ten thousand yuan, the rate in percent. */
export interface DraftAnswer {
  readonly kind?: GivenAnswer['kind'] | undefined;
  readonly amount: string;
  readonly rate: string;
  readonly months: string;
  /** Until when an offer stands, or when money was drawn. */
  readonly on: string;
  readonly conditions: string;
  readonly reason: string;
  readonly text: string;
}

export const newAnswer = (): DraftAnswer => ({
  amount: '',
  rate: '',
  months: '',
  on: '',
  conditions: '',
  reason: '',
  text: '',
});

/** What is sent; the contract judges it, so that it is not typed as right. */
export function answerOf(draft: DraftAnswer, kind: GivenAnswer['kind']): object {
  const amountFen = fenOfWan(draft.amount);
  switch (kind) {
    case 'offer':
      return {
        kind,
        amountFen,
        rateBasisPoints: basisPointsOf(draft.rate),
        termMonths: /^\d{1,3}$/.test(draft.months) ? Number(draft.months) : undefined,
        validUntilOn: draft.on || undefined,
        ...(draft.conditions.trim() && { conditions: draft.conditions.trim() }),
      };
    case 'refusal':
      return { kind, reason: draft.reason || undefined, text: draft.text.trim() || undefined };
    case 'drawn':
      return { kind, amountFen, drawnOn: draft.on || undefined };
    default:
      return { kind };
  }
}
