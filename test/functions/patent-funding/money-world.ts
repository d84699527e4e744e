import { randomUUID } from 'node:crypto';
import { SendTaskFailureCommand } from '@aws-sdk/client-sfn';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { decideDeskTask } from '../../../functions/desk/decide-desk-task.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { closeNotice } from '../../../functions/patent-funding/close-notice.ts';
import { objectToNotice } from '../../../functions/patent-funding/object-to-notice.ts';
import { orderPayment } from '../../../functions/patent-funding/order-payment.ts';
import { publishNotice } from '../../../functions/patent-funding/publish-notice.ts';
import { RegistryUnreachableError } from '../../../functions/patent-funding/registry/patent-registry.ts';
import { releaseReservation } from '../../../functions/patent-funding/release-reservation.ts';
import { reserveBudget } from '../../../functions/patent-funding/reserve-budget.ts';
import { settleObjections } from '../../../functions/patent-funding/settle-objections.ts';
import { settlePayment } from '../../../functions/patent-funding/settle-payment.ts';
import { ledgerStore } from '../../../functions/patent-funding/store/ledger-store.ts';
import type { MoneyServices } from '../../../functions/patent-funding/store/money-services.ts';
import { noticeStore } from '../../../functions/patent-funding/store/notice-store.ts';
import { orderStore } from '../../../functions/patent-funding/store/order-store.ts';
import { route } from '../../../functions/shared/route.ts';
import { ObjectToNotice } from '../../../workflows/patent-funding/notice/routes.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { DecideDeskTask } from '../../../workflows/shared/desk-routes.ts';
import type { AskedQuestion } from '../../../workflows/shared/desk-steps.ts';
import { ENTERPRISE, ENVIRONMENT } from '../support/actors.ts';
import { send } from '../support/http.ts';
import { NOW } from '../support/world.ts';
import { applied, type FundingWorld, fundingWorld, newPatents } from './funding-world.ts';

export interface MoneyWorld extends FundingWorld, MoneyServices {
  at(instant: string): void;
  registryAnswers(yes: boolean): void;
  /** Lets something happen when the next action has read everything and is about to write. */
  beforeNextCommit(act: () => Promise<unknown>): void;
}

/** The functions between approval and payment on a real database; the programme has a budget of its own. */
export function moneyWorld(db: DynamoDBDocumentClient, budgetFen: number): MoneyWorld {
  const base = fundingWorld(db);
  base.stepFunctions.on(SendTaskFailureCommand).resolves({});
  let now = new Date(NOW);
  let away = false;
  let between: (() => Promise<unknown>) | undefined;
  return {
    ...base,
    programmes: programmeWith(base, budgetFen),
    ledger: ledgerStore(db, 'LedgerTable'),
    orders: orderStore(db, 'LedgerTable'),
    notices: noticeStore(db, 'NoticeTable'),
    registry: {
      find: async (numbers) => {
        if (away) throw new RegistryUnreachableError('away');
        return base.register.find(numbers);
      },
    },
    now: () => now,
    async commit(writes) {
      const other = between;
      between = undefined;
      await other?.();
      await base.commit(writes);
    },
    at: (instant) => {
      now = new Date(instant);
    },
    registryAnswers: (yes) => {
      away = !yes;
    },
    beforeNextCommit: (act) => {
      between = act;
    },
  };
}

/** The shipped programme under a name of its own, so that no other test has its account. */
function programmeWith({ programmes }: FundingWorld, allottedFen: number): MoneyServices['programmes'] {
  const programmeId = `programme-${randomUUID()}`;
  const version = async () => {
    const shipped = await programmes.inEffect('patent-grant-support', NOW.slice(0, 10));
    if (shipped === undefined) throw new Error('it is shipped');
    return { ...shipped, programmeId, budgets: [{ year: 2026, allottedFen }] };
  };
  return { ...programmes, inEffect: version, version };
}

const officerOf = (departmentId: string): Actor => ({ ...ENVIRONMENT, organisationId: departmentId });
let keys = 0;

/** Somebody of a department answers a question as the machine puts it. */
export async function answerTo(
  w: MoneyWorld,
  caseId: string,
  question: AskedQuestion,
  answer: unknown,
  version = 1,
) {
  const workflow = 'patent-funding';
  await openDeskTask({ taskToken: 'token', workflow, caseId, question }, w);
  return send(
    route(DecideDeskTask, decideDeskTask, () => w),
    {
      actor: officerOf(question.departmentId),
      path: { taskId: question.taskId },
      headers: { 'idempotency-key': `answer-${++keys}-${caseId}`, 'if-match': `"${version}"` },
      body: { answer },
    },
  );
}

/** An approved application of so many patents, and the steps and requests that come after. */
export async function approved(w: MoneyWorld, count: number, owner: Actor = ENTERPRISE) {
  const patents = await newPatents(w, count, { owner });
  const numbers = patents.map(({ number }) => number);
  const one = await applied(w, patents, owner);
  const { caseId } = one;
  await one.assess();
  const claimed = await one.claim();
  if (claimed.next !== 'review') throw new Error('nothing is left to review');
  await answerTo(w, caseId, claimed.question, { outcome: 'approved', excluded: [] });
  await one.settle();
  const detail = async () => (await one.read()).detail;
  const notice = async () => {
    const found = (await detail()).progress?.notice;
    if (found === undefined) throw new Error('there is no notice');
    return found;
  };
  return {
    ...one,
    numbers,
    detail,
    notice,
    reserve: () => reserveBudget({ caseId }, w),
    publish: () => publishNotice({ caseId }, w),
    close: () => closeNotice({ caseId }, w),
    settleObjections: () => settleObjections({ caseId }, w),
    order: () => orderPayment({ caseId }, w),
    settlePayment: () => settlePayment({ caseId }, w),
    giveBack: () => releaseReservation({ caseId }, w),
    reservation: () => w.ledger.reservation(caseId),
    async object(concerned: readonly string[] = []) {
      return send(
        route(ObjectToNotice, objectToNotice, () => w),
        {
          path: { number: (await notice()).noticeNumber },
          headers: { 'idempotency-key': `objection-${++keys}-${caseId}` },
          body: {
            contact: { name: '王五（虚构）', phone: '023-61111111' },
            ground: 'other',
            text: '与事实不符（演示）',
            numbers: concerned,
            evidence: [{ title: '记录', excerpt: '演示摘录' }],
          },
        },
      );
    },
    /** The registry lists a patent as an abnormal filing from now on. */
    async foundAbnormal(number: string) {
      const record = (await w.register.find([number])).get(number);
      if (record === undefined) throw new Error('it is registered');
      await w.register.load([{ ...record, abnormal: { listedOn: '2026-11-20', list: 'test' } }]);
    },
    /** Reserved and noticed, and the notice has ended. */
    async noticeOver() {
      await reserveBudget({ caseId }, w);
      await publishNotice({ caseId }, w);
      w.at((await notice()).endsAt);
      w.at(new Date(w.now().getTime() + 1000).toISOString());
    },
  };
}

export type Approved = Awaited<ReturnType<typeof approved>>;
