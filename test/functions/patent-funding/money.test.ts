import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { beforeEach, describe, expect, it } from 'vitest';
import { correctPaymentAccount } from '../../../functions/patent-funding/correct-payment-account.ts';
import { route } from '../../../functions/shared/route.ts';
import { CorrectPaymentAccount } from '../../../workflows/patent-funding/payment/routes.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { ENTERPRISE, OTHER_ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview } from '../support/sample-case.ts';
import { world } from '../support/world.ts';
import { formOf } from './funding-world.ts';
import { wrongs } from './ledger-world.ts';
import { type Approved, answerTo, approved, type MoneyWorld, moneyWorld } from './money-world.ts';

/** What one invention of the shipped programme gets: half of its fees. */
const EACH = 175_000;

const database = useDatabase();
let w: MoneyWorld;
/** For two patents and not for three. */
beforeEach(() => {
  w = moneyWorld(database.db(), 2 * EACH);
});

/** Nothing is wrong with the account of these cases. */
async function addsUp(...cases: readonly Approved[]) {
  const key = await cases[0]?.reservation();
  if (key === undefined) throw new Error('the first has a reservation');
  const ids = cases.map(({ caseId }) => caseId);
  expect(await wrongs({ ...w, ledger: w.ledger }, key, ids)).toEqual([]);
}

const told = () =>
  w.stepFunctions.commandCalls(SendTaskSuccessCommand).map(({ args }) => args[0].input.taskToken);

describe('an objection and the end of the notice', () => {
  it('that comes while the notice is being closed is decided with the others', async () => {
    const one = await approved(w, 1);
    await one.noticeOver();
    const { endsAt } = await one.notice();
    const over = w.now().toISOString();
    let objected: number | undefined;
    w.beforeNextCommit(async () => {
      w.at(endsAt);
      objected = (await one.object()).status;
      w.at(over);
    });

    expect(await one.close()).toMatchObject({ next: 'decide' });

    expect(objected).toBe(201);
    expect((await one.detail()).progress?.objections).toHaveLength(1);
  });

  it('that finds the notice closed at the last moment is refused and told how it stands', async () => {
    const one = await approved(w, 1);
    await one.noticeOver();
    const { endsAt } = await one.notice();
    const over = w.now().toISOString();
    w.at(endsAt);
    w.beforeNextCommit(async () => {
      w.at(over);
      await one.close();
    });

    const { status, json } = await one.object();

    expect([status, json.code]).toEqual([409, 'notice-over']);
    expect(json.present).toMatchObject({ state: 'CLOSED', endsAt });
    expect((await one.detail()).progress?.objections).toBeUndefined();
    expect(await one.order()).toMatchObject({ next: 'pay' });
  });

  it('is decided or refused and never lost, where many object in the very second in which it closes', async () => {
    const one = await approved(w, 1);
    await one.noticeOver();
    w.at((await one.notice()).endsAt);

    const [closed, ...replies] = await Promise.all([
      one.close(),
      ...Array.from({ length: 4 }, () => one.object()),
    ]);

    const taken = replies.filter(({ status }) => status === 201).map(({ json }) => json.objectionId);
    const refused = replies.filter(({ status }) => status === 409);
    expect(taken.length + refused.length).toBe(4);
    const decided = ((await one.detail()).progress?.objections ?? []).map(({ objectionId }) => objectionId);
    expect(decided.toSorted()).toEqual(taken.toSorted());
    expect(closed.next).toBe(taken.length > 0 ? 'decide' : 'order');
  });
});

describe('two cases and a budget for one', () => {
  it('at once: one is reserved, the other waits', async () => {
    const both = [await approved(w, 2), await approved(w, 2, OTHER_ENTERPRISE)] as const;

    const outcomes = await Promise.all(both.map((one) => one.reserve()));

    expect(outcomes.map(({ next }) => next).toSorted()).toEqual(['publish', 'wait']);
    await addsUp(...both);
  });

  it('an objection that is upheld for a patent gives its money to the one that waits, at once', async () => {
    const one = await approved(w, 2);
    const other = await approved(w, 1, OTHER_ENTERPRISE);
    await one.reserve();
    expect(await other.reserve()).toMatchObject({ next: 'wait' });
    await w.desk.waits.keep({ caseId: other.caseId, name: 'budget' }, 'the-wait-of-the-other');
    await one.publish();
    const { json } = await one.object(one.numbers.slice(0, 1));
    await one.noticeOver();
    const closed = await one.close();
    if (closed.next !== 'decide') throw new Error('there is an objection');
    const decisions = [{ objectionId: json.objectionId, outcome: 'upheld', reason: 'r' }];
    await answerTo(w, one.caseId, closed.question, { decisions });

    expect(await one.settleObjections()).toMatchObject({ next: 'order' });

    expect(await other.reservation()).toMatchObject({ state: 'RESERVED', amountFen: EACH });
    expect(told()).toContain('the-wait-of-the-other');
    expect(await other.reserve()).toMatchObject({ next: 'publish' });
    expect(await one.holders()).toEqual([undefined, one.caseId]);
    await addsUp(one, other);
  });

  it('a patent found abnormal when a returned payment is ordered anew gives its money to the one that waits', async () => {
    const { one, returned } = await returnedPayment(2);
    const other = await approved(w, 1, OTHER_ENTERPRISE);
    expect(await other.reserve()).toMatchObject({ next: 'wait' });
    expect((await correct(one)).status).toBe(200);
    await one.foundAbnormal(one.numbers[0] ?? '');

    expect(await one.order()).toMatchObject({ next: 'pay' });

    const { payment } = (await one.detail()).progress ?? {};
    expect(payment).toMatchObject({ state: 'ORDERED', round: 2, amountFen: EACH });
    expect(payment?.orderNumber).not.toBe(returned);
    expect(await other.reservation()).toMatchObject({ state: 'RESERVED' });
    await addsUp(one, other);
  });

  it('a returned payment that nobody corrects gives all of its money to the one that waits', async () => {
    const { one } = await returnedPayment(2);
    const other = await approved(w, 2, OTHER_ENTERPRISE);
    await other.reserve();
    w.at('2026-12-30T09:00:00+08:00');
    expect((await correct(one)).json).toMatchObject({
      code: 'nothing-to-correct',
      present: { status: 'IN_REVIEW' },
    });

    expect(await one.order()).toMatchObject({ next: 'end' });
    await Promise.all([one.giveBack(), one.giveBack()]);

    expect(await one.reservation()).toMatchObject({ state: 'RELEASED' });
    expect(await other.reservation()).toMatchObject({ state: 'RESERVED' });
    await addsUp(one, other);
  });
});

describe('while the registry does not answer', () => {
  it('no notice is published; the case asks again later and later, and goes on with what it learns', async () => {
    const one = await approved(w, 2);
    await one.reserve();
    w.registryAnswers(false);
    expect(await one.publish()).toMatchObject({ next: 'later', seconds: 60 });
    w.at('2026-11-23T09:50:00+08:00');
    expect(await one.publish()).toMatchObject({ next: 'later', seconds: 1200 });
    expect((await one.detail()).registryUnreachableSince).toBe('2026-11-23T09:30:00+08:00');
    expect((await one.audit()).filter((kind) => kind === 'registry-unreachable')).toHaveLength(1);
    w.registryAnswers(true);
    await one.foundAbnormal(one.numbers[0] ?? '');

    const [first, again] = await Promise.all([one.publish(), one.publish()]);

    expect([first.next, again.next]).toEqual(['await', 'await']);
    expect(await one.detail()).toMatchObject({ amountFen: EACH });
    expect((await one.detail()).registryUnreachableSince).toBeUndefined();
    expect((await one.audit()).filter((kind) => kind === 'notice-published')).toHaveLength(1);
    await addsUp(one);
  });

  it('nothing is ordered; a registry that comes back late finds a withdrawn case and orders nothing', async () => {
    const one = await approved(w, 1);
    await one.noticeOver();
    await one.close();
    w.registryAnswers(false);
    expect(await one.order()).toMatchObject({ next: 'later' });
    expect(await w.orders.open('finance')).not.toContainEqual(
      expect.objectContaining({ caseId: one.caseId }),
    );
    w.registryAnswers(true);
    w.beforeNextCommit(async () => {
      const { case: found } = await one.read();
      const deed = { kind: 'case-withdrawn', at: w.now().toISOString(), actor: PLATFORM } as const;
      await w.commit(w.cases.change(found, { status: 'WITHDRAWN' }, deed));
    });

    await expect(one.order()).rejects.toThrow('withdrawn');

    expect(await w.orders.open('finance')).not.toContainEqual(
      expect.objectContaining({ caseId: one.caseId }),
    );
    await one.giveBack();
    expect(await one.reservation()).toMatchObject({ state: 'RELEASED' });
    await addsUp(one);
  });
});

it('there is no account to correct in a case of another procedure', async () => {
  const { caseId } = await caseInReview(world(database.db()));
  const { version } = (await w.cases.read(caseId)) ?? { version: 0 };
  expect(await correctOf(caseId, version)).toMatchObject({
    status: 409,
    json: { code: 'nothing-to-correct', present: { caseId, version } },
  });
});

describe('an order of payment', () => {
  it('confirmed twice at once is confirmed once; the other is told how it stands', async () => {
    const { one, question, confirmed } = await orderedPayment(1);

    const replies = await Promise.all([1, 2].map(() => answerTo(w, one.caseId, question, confirmed)));
    await Promise.all([one.settlePayment(), one.settlePayment()]);

    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const lost = replies.find(({ status }) => status === 409);
    const state = expect.stringMatching(/^(DECIDED|RELAYED)$/);
    expect(lost?.json).toMatchObject({ code: 'task-decided', present: { state } });
    expect(await one.reservation()).toMatchObject({ state: 'SPENT', amountFen: EACH });
    expect((await one.audit()).filter((kind) => kind === 'funding-paid')).toHaveLength(1);
    await addsUp(one);
  });

  it('confirmed and returned at once is one of both', async () => {
    const { one, question, confirmed, orderNumber } = await orderedPayment(1);
    const returned = { outcome: 'returned', orderNumber, code: 'wrong-account', reason: 'r' };

    const replies = await Promise.all(
      [confirmed, returned].map((answer) => answerTo(w, one.caseId, question, answer)),
    );
    const { next } = await one.settlePayment();

    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(next).toBe(replies[0]?.status === 200 ? 'paid' : 'correct');
    await addsUp(one);
  });

  it('is not confirmed before it is paid', async () => {
    const { one, question, confirmed } = await orderedPayment(1);
    const tomorrow = localDateOf(new Date(w.now().getTime() + 86_400_000));

    const { status, json } = await answerTo(w, one.caseId, question, { ...confirmed, paidOn: tomorrow });

    expect(status).toBe(422);
    expect(json.faults).toMatchObject([{ pointer: '/answer/paidOn', code: 'in-future' }]);
  });
});

const PLATFORM = { by: 'platform', step: 'test' } as const;

/** An application whose payment was ordered. */
async function orderedPayment(count: number) {
  const one = await approved(w, count);
  await one.noticeOver();
  await one.close();
  const ordered = await one.order();
  if (ordered.next !== 'pay') throw new Error('it is to be paid');
  const { payment } = (await one.detail()).progress ?? {};
  if (payment === undefined) throw new Error('it was ordered');
  const { orderNumber, amountFen, orderedAt } = payment;
  const paidOn = orderedAt.slice(0, 10);
  const confirmed = { outcome: 'confirmed', orderNumber, amountFen, paidOn, bankReference: 'B-1' };
  return { one, question: ordered.question, orderNumber, confirmed };
}

/** One that finance returned. */
async function returnedPayment(count: number) {
  const { one, question, orderNumber } = await orderedPayment(count);
  const answer = { outcome: 'returned', orderNumber, code: 'wrong-account', reason: 'r' };
  await answerTo(w, one.caseId, question, answer);
  expect(await one.settlePayment()).toMatchObject({ next: 'correct' });
  return { one, returned: orderNumber };
}

/** The applicant names another account. */
async function correct(one: Approved) {
  const { case: found } = await one.read();
  return correctOf(one.caseId, found.version);
}

const correctOf = (caseId: string, version: number) =>
  send(
    route(CorrectPaymentAccount, correctPaymentAccount, () => w),
    {
      actor: ENTERPRISE,
      path: { caseId },
      headers: { 'if-match': `"${version}"` },
      body: { account: { ...formOf().account, number: '62000000000002' } },
    },
  );
