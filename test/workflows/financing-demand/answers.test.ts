import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import versions from '../../../seeds/financing-demand/answer-rules.json' with { type: 'json' };
import { AnswerRules } from '../../../workflows/financing-demand/answer/answer-rules.ts';
import type { Answer, GivenAnswer } from '../../../workflows/financing-demand/answer/contract.ts';
import { answerFaults } from '../../../workflows/financing-demand/answer/rules/answer-faults.ts';
import {
  MAY_FOLLOW,
  mayFollow,
  nextAnswer,
} from '../../../workflows/financing-demand/answer/rules/next-answer.ts';
import { offersCompared } from '../../../workflows/financing-demand/answer/rules/offers-compared.ts';
import { countsOfAnswer, countsOfDemand } from '../../../workflows/financing-demand/report/counted.ts';
import { financingFigures } from '../../../workflows/financing-demand/report/figures.ts';
import type { Deadline } from '../../../workflows/shared/deadline/task-clock.ts';

const AT = '2026-11-23T09:30:00+08:00';
const rules = AnswerRules.parse(versions[0]);
const deadline = (dueOn: string, remindOn: string): Deadline => ({
  dueAt: `${dueOn}T23:59:59+08:00`,
  dueProvisional: false,
  clock: {
    fromOn: '2026-11-23',
    workingDays: 3,
    pauses: [],
    reminders: [{ percent: 50, at: `${remindOn}T09:00:00+08:00` }],
  },
});
const taker = {
  demandId: 'fd-1',
  institutionId: 'bank-1',
  institutionName: '示范银行',
  deadlines: {
    contact: deadline('2026-11-26', '2026-11-25'),
    decision: deadline('2026-12-07', '2026-11-30'),
  },
};
const offer = (changes: Partial<Extract<GivenAnswer, { kind: 'offer' }>> = {}): GivenAnswer => ({
  kind: 'offer',
  amountFen: 500_000_000,
  rateBasisPoints: 435,
  termMonths: 12,
  validUntilOn: '2026-12-31',
  ...changes,
});
const refusal: GivenAnswer = { kind: 'refusal', reason: 'no-product', text: '暂无匹配产品' };
const say = (...given: GivenAnswer[]) =>
  given.reduce<Answer | undefined>((before, one) => nextAnswer(before, one, taker, AT), undefined) as Answer;

describe('an answer', () => {
  it('takes the order, and promises contact and decision from then on', () => {
    const answer = say({ kind: 'acknowledged' });
    expect(answer).toMatchObject({ status: 'ACKNOWLEDGED', version: 1, wakeAt: '2026-11-25T09:00:00+08:00' });
    expect(answer.promises.contact.keptAt).toBeUndefined();
  });

  it('keeps a promise by being given, and what is open still wakes', () => {
    const answer = say({ kind: 'acknowledged' }, { kind: 'contacted' });
    expect(answer.promises.contact).toMatchObject({ keptAt: AT });
    expect(answer.wakeAt).toBe('2026-11-30T09:00:00+08:00');
    expect(say({ kind: 'acknowledged' }, offer()).wakeAt).toBeUndefined();
  });

  it('that is an offer at once takes the order, contacts and decides', () => {
    expect(say(offer())).toMatchObject({
      status: 'OFFERED',
      acknowledgedAt: AT,
      contactedAt: AT,
      decidedAt: AT,
      offer: { amountFen: 500_000_000 },
    });
  });

  it('follows the table of what may be said, whatever came before', () => {
    const kinds = ['acknowledged', 'contacted', 'due-diligence', 'offer', 'refusal', 'drawn'] as const;
    const given = (kind: (typeof kinds)[number]): GivenAnswer =>
      kind === 'offer'
        ? offer()
        : kind === 'refusal'
          ? refusal
          : kind === 'drawn'
            ? { kind, amountFen: 1, drawnOn: '2026-11-23' }
            : { kind };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 12 }), (said) => {
        let answer: Answer | undefined;
        for (const kind of said) {
          if (!mayFollow(answer, kind)) continue;
          const next: Answer = nextAnswer(answer, given(kind), taker, AT);
          expect(next.version).toBe((answer?.version ?? 0) + 1);
          expect(MAY_FOLLOW[next.status]).not.toContain('acknowledged');
          answer = next;
        }
        // Nothing is ever said after a refusal, and nothing is drawn that was not accepted.
        if (answer?.refusal) expect(answer.status).toBe('REFUSED');
        expect(answer?.draws ?? []).toEqual([]);
      }),
    );
  });
});

describe('what is wrong with an answer', () => {
  const terms = { amountFromFen: 300_000_000, amountToFen: 500_000_000, partsAllowed: false };
  const context = { terms, rules, today: '2026-11-23', before: undefined };
  const accepted: Answer = { ...say(offer()), status: 'ACCEPTED', accepted: { amountFen: 400, at: AT } };

  it.each([
    [offer(), []],
    [offer({ amountFen: 500_000_001 }), ['/amountFen amount-above-demand']],
    [
      offer({ amountFen: 1, validUntilOn: '2026-11-22' }),
      ['/amountFen amount-below-demand', '/validUntilOn offer-already-over'],
    ],
    [refusal, []],
    [{ ...refusal, reason: 'mood' }, ['/reason reason-unknown']],
  ] as [GivenAnswer, string[]][])('%o: %o', (given, codes) => {
    expect(answerFaults(given, context).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(codes);
  });

  it('is told of drawings beyond what was accepted, all of them together', () => {
    const first = nextAnswer(accepted, { kind: 'drawn', amountFen: 300, drawnOn: '2026-11-23' }, taker, AT);
    const faults = (amountFen: number, drawnOn = '2026-11-23') =>
      answerFaults({ kind: 'drawn', amountFen, drawnOn }, { ...context, before: first }).map(
        ({ code }) => code,
      );
    expect(faults(100)).toEqual([]);
    expect(faults(101, '2026-11-24')).toEqual(['drawn-above-accepted', 'drawn-in-the-future']);
  });

  it('is not that an offer is small where the demand takes parts', () => {
    const parts = { ...context, terms: { ...terms, partsAllowed: true } };
    expect(answerFaults(offer({ amountFen: 1 }), parts)).toEqual([]);
  });
});

describe('offers side by side', () => {
  const from = (institutionId: string, given: GivenAnswer): Answer =>
    nextAnswer(undefined, given, { ...taker, institutionId }, AT);
  const terms = { amountFromFen: 300_000_000, highestRateBasisPoints: 450 };

  it('stand by rate, then by amount; what is refused is none of them', () => {
    const compared = offersCompared(
      [
        from('a', offer({ rateBasisPoints: 460 })),
        from('b', offer({ amountFen: 200_000_000 })),
        from('c', offer({ validUntilOn: '2026-11-01' })),
        from('d', refusal),
      ],
      terms,
      '2026-11-23',
    );
    expect(compared.map(({ institutionId }) => institutionId)).toEqual(['c', 'b', 'a']);
    expect(compared[0]).toMatchObject({
      lowestRate: true,
      largestAmount: true,
      coversDemand: true,
      over: true,
    });
    expect(compared[1]).toMatchObject({ lowestRate: true, coversDemand: false });
    expect(compared[2]).toMatchObject({ withinHighestRate: false, lowestRate: false });
  });

  it('reckon interest in integers: 5 million yuan at 4.35 % for a year are 217,500 yuan', () => {
    expect(offersCompared([from('a', offer())], terms, '2026-11-23')[0]?.interestFen).toBe(21_750_000);
  });
});

describe('the figures', () => {
  it('count what was said, each first time once', () => {
    const said: GivenAnswer[] = [
      { kind: 'acknowledged' },
      { kind: 'contacted' },
      offer({ amountFen: 300 }),
      offer({ amountFen: 250 }),
      refusal,
    ];
    let before: Answer | undefined;
    const counts = said.flatMap((given, workingDays) => {
      const after = nextAnswer(before, given, taker, AT);
      const moved = [
        countsOfAnswer({ before, after, given, workingDays }),
        countsOfDemand([], before, given),
      ];
      before = after;
      return moved;
    });

    expect(financingFigures([{ demands: 4, wantedFen: 1000 }, ...counts])).toMatchObject({
      demands: 4,
      takenUp: 1,
      takingUpPercent: 25,
      served: 1,
      servicePercent: 25,
      acknowledged: 1,
      contacted: 1,
      offers: 1,
      offeredFen: 250,
      refusals: 1,
      approvalPercent: 50,
      refusalsByReason: [{ reason: 'no-product', count: 1 }],
      medianContactWorkingDays: 1,
      medianDecisionWorkingDays: 2,
    });
  });

  it('of nothing have no shares and no medians', () => {
    const figures = financingFigures([]);
    expect(figures).not.toHaveProperty('servicePercent');
    expect(figures).not.toHaveProperty('medianContactWorkingDays');
  });
});
