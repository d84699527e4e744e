import { SendTaskFailureCommand, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { answerSupplement } from '../../../functions/desk/answer-supplement.ts';
import { askSupplement } from '../../../functions/desk/ask-supplement.ts';
import { claimDeskTask } from '../../../functions/desk/claim-desk-task.ts';
import { closeUnansweredTask } from '../../../functions/desk/close-unanswered-task.ts';
import { decideDeskTask } from '../../../functions/desk/decide-desk-task.ts';
import { extendDeskTask } from '../../../functions/desk/extend-desk-task.ts';
import { keepDeadline } from '../../../functions/desk/keep-deadline.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { reassignDeskTask } from '../../../functions/desk/reassign-desk-task.ts';
import { withdrawCase } from '../../../functions/desk/withdraw-case.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { WithdrawCase } from '../../../workflows/shared/case-routes.ts';
import { ClaimDeskTask } from '../../../workflows/shared/desk-holder-routes.ts';
import { DecideDeskTask } from '../../../workflows/shared/desk-routes.ts';
import type { AskedQuestion } from '../../../workflows/shared/desk-steps.ts';
import {
  CloseUnansweredTask,
  ExtendDeskTask,
  ReassignDeskTask,
} from '../../../workflows/shared/escalation-routes.ts';
import { supplementIdOf } from '../../../workflows/shared/supplement.ts';
import { AnswerSupplement, AskSupplement } from '../../../workflows/shared/supplement-routes.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE } from './actors.ts';
import { send } from './http.ts';
import { caseInReview, cleanAnswer } from './sample-case.ts';
import { NOW, type World } from './world.ts';

/** The environment department's task of a case under review, and everything that people and time may do to it. */
export async function openedTask(
  on: World,
  options: {
    at?: string;
    question?: (asked: AskedQuestion) => AskedQuestion;
    fields?: readonly string[];
  } = {},
) {
  let now = new Date(options.at ?? NOW);
  let between: (() => Promise<unknown>) | undefined;
  const w: World = {
    ...on,
    now: () => now,
    async commit(writes) {
      const other = between;
      between = undefined;
      await other?.();
      await on.commit(writes);
    },
  };
  w.stepFunctions.on(SendTaskFailureCommand).resolves({});
  const sample = await caseInReview(w, options.fields && { fields: options.fields });
  const { question: changed = (asked: AskedQuestion) => asked } = options;
  const question = changed(sample.question('environment'));
  const { caseId } = sample;
  const { taskId } = question;
  const open = (taskToken: string, asked = question) =>
    openDeskTask({ taskToken, workflow: 'listing-certificate', caseId, question: asked }, w);
  await open('token-1');
  let sent = 0;
  const call = (handler: RouteHandler, path: Record<string, string>, options: Call, version: number) =>
    send(handler, {
      actor: options.actor ?? ENVIRONMENT,
      path,
      headers: {
        'idempotency-key': options.key ?? `key-${++sent}-${caseId}`,
        'if-match': `"${options.version ?? version}"`,
      },
      body: options.body,
    });
  const versionOf = async () => (await w.desk.read(taskId))?.version ?? 0;
  const onTask = async (handler: RouteHandler, options: Call) =>
    call(handler, { taskId }, options, options.version ?? (await versionOf()));
  return {
    w,
    sample,
    taskId,
    open,
    read: () => w.desk.read(taskId),
    supplement: (round = 1) => w.desk.supplements.read(supplementIdOf(taskId, round)),
    at: (instant: string) => {
      now = new Date(instant);
    },
    /** Lets something happen when the next action has read everything and is about to write. */
    beforeNextCommit: (act: () => Promise<unknown>) => {
      between = act;
    },
    issue: async () => {
      const found = await w.cases.read(caseId);
      if (!found) throw new Error('the case is there');
      const deed = { kind: 'result-issued', at: NOW, actor: { by: 'platform', step: 'test' } } as const;
      await w.commit(w.cases.change(found, { status: 'ISSUED', resultNumber: 'N-1' }, deed));
    },
    keep: () => keepDeadline({ caseId, question }, w),
    decide: (options: Call = {}) =>
      onTask(
        route(DecideDeskTask, decideDeskTask, () => w),
        {
          body: { answer: cleanAnswer('environment') },
          ...options,
        },
      ),
    claim: (options: Call = {}) =>
      onTask(
        route(ClaimDeskTask, claimDeskTask, () => w),
        options,
      ),
    ask: (options: Call = {}) =>
      onTask(
        route(AskSupplement, askSupplement, () => w),
        {
          body: { items: [{ text: '请补充排污许可证' }], workingDays: 3 },
          ...options,
        },
      ),
    answer: async (options: Call = {}, round = 1) => {
      const supplementId = supplementIdOf(taskId, round);
      const version = (await w.desk.supplements.read(supplementId))?.version ?? 1;
      const handler = route(AnswerSupplement, answerSupplement, () => w);
      return call(
        handler,
        { supplementId },
        { actor: ENTERPRISE, body: { text: '见附件' }, ...options },
        version,
      );
    },
    extend: (options: Call = {}) =>
      onTask(
        route(ExtendDeskTask, extendDeskTask, () => w),
        {
          actor: OFFICE,
          body: { workingDays: 3, reason: '部门需现场核查' },
          ...options,
        },
      ),
    reassign: (options: Call = {}) =>
      onTask(
        route(ReassignDeskTask, reassignDeskTask, () => w),
        {
          actor: OFFICE,
          body: { personId: 'o-2', reason: '原经办人出差' },
          ...options,
        },
      ),
    closeUnanswered: (options: Call = {}) =>
      onTask(
        route(CloseUnansweredTask, closeUnansweredTask, () => w),
        {
          actor: OFFICE,
          body: { reason: '多次催办未答复' },
          ...options,
        },
      ),
    withdraw: () =>
      call(
        route(WithdrawCase, withdrawCase, () => w),
        { caseId },
        { actor: ENTERPRISE },
        1,
      ),
    /** Tokens that were failed, and those that were told of a decision. */
    failed: () => w.stepFunctions.commandCalls(SendTaskFailureCommand).map(({ args }) => args[0].input),
    told: () => w.stepFunctions.commandCalls(SendTaskSuccessCommand).map(({ args }) => args[0].input),
    audit: async () => (await w.cases.readAudit(caseId, { limit: 100 })).items.map(({ kind }) => kind),
  };
}

export interface Call {
  readonly actor?: Actor;
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
}

export type OpenedTask = Awaited<ReturnType<typeof openedTask>>;
