import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  type IChainable,
  IntegrationPattern,
  type Map as MapState,
  Parallel,
  Succeed,
  TaskInput,
  Timeout,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { awaitDecision } from '../../shared/definition/await-decision.ts';
import { invoke, retryTransientFaults } from '../../shared/definition/invoke.ts';

const caseId = '{% $states.context.Execution.Input.caseId %}';
const next = (verdict: string) => Condition.jsonata(`{% $states.input.next = '${verdict}' %}`);

/** What an approved application goes through to its payment. */
export interface FundingChain {
  readonly first: IChainable;
  /** Gives the money back, wherever the case stopped, and then the patents. */
  readonly release: IChainable;
  /** Those that may find the case withdrawn. The release is none of them: it gives back once, whatever became of the case. */
  readonly steps: readonly (LambdaInvoke | MapState | Parallel)[];
}

interface Ends {
  /** Gives the patents back and ends the case without payment. */
  readonly release: IChainable;
}

/**
 * After the review: input { caseId }, the case's detail has `grant` and `amountFen`. From ReserveBudget on every path ends in exactly
 * one of Paid and ReleaseReservation (test/infra/funding-graph.test.ts).
 *
 *     ReserveBudget <--> WaitForBudget                        (no money left: woken when some returns)
 *       `-> PublishNotice -> AwaitNoticeEnd <--> CloseNotice -> DecideObjections -> SettleObjections
 *             `-> OrderPayment -> AskFinance -> SettlePayment -> Paid
 *                    `<--- AwaitCorrection <------'  returned
 *     nothing left, lapsed, upheld, not corrected, withdrawn: ReleaseReservation -> ReleasePatents
 */
export function fundingChain(scope: Construct, fn: (name: string) => IFunction, ends: Ends): FundingChain {
  const step = (id: string, name: string) => invoke(scope, id, { fn: fn(name), input: { caseId } });
  const ask = (id: string, named: string) =>
    Parallel.jsonata(scope, id, { outputs: {} }).branch(
      awaitDecision(scope, {
        workflow: 'patent-funding',
        named,
        openDeskTask: fn('open-desk-task'),
        keepDeadline: fn('keep-deadline'),
      }),
    );
  const choose = (id: string) => Choice.jsonata(scope, id);
  const release = step('ReleaseReservation', 'release-reservation');
  release.next(ends.release);

  const reserve = step('ReserveBudget', 'reserve-budget');
  const waitForBudget = beginWait(scope, 'WaitForBudget', fn('await-budget'), `{% ${LOOK_AGAIN_SECONDS} %}`);
  const publish = step('PublishNotice', 'publish-notice');
  const awaitNoticeEnd = beginWait(scope, 'AwaitNoticeEnd', fn('await-notice-end'), SECONDS);
  const close = step('CloseNotice', 'close-notice');
  const decide = ask('DecideObjections', 'Objections');
  const settleObjections = step('SettleObjections', 'settle-objections');
  const order = step('OrderPayment', 'order-payment');
  const pay = ask('AskFinance', 'Payment');
  const settlePayment = step('SettlePayment', 'settle-payment');
  const awaitCorrection = beginWait(scope, 'AwaitCorrection', fn('await-correction'), SECONDS);
  const paid = new Succeed(scope, 'Paid');

  waitForBudget.addCatch(reserve, { errors: ['States.Timeout'], outputs: {} });
  waitForBudget.next(reserve);
  reserve.next(
    choose('IsReserved').when(next('publish'), publish).when(next('wait'), waitForBudget).otherwise(release),
  );
  publish.next(
    choose('IsPublished')
      .when(next('await'), awaitNoticeEnd)
      .when(next('later'), later(scope, 'AskRegistryAgainForNotice').next(publish))
      .otherwise(release),
  );
  // Whether it was woken or the time is over: CloseNotice looks at the calendar.
  awaitNoticeEnd.addCatch(close, { errors: ['States.Timeout'], outputs: {} });
  awaitNoticeEnd.next(close);
  close.next(
    choose('IsDisputed')
      .when(next('await'), awaitNoticeEnd)
      .when(next('decide'), decide.next(settleObjections))
      .otherwise(order),
  );
  settleObjections.next(choose('IsUpheld').when(next('order'), order).otherwise(release));
  order.next(
    choose('IsOrdered')
      .when(next('pay'), pay.next(settlePayment))
      .when(next('correct'), awaitCorrection)
      .when(next('later'), later(scope, 'AskRegistryAgainForPayment').next(order))
      .otherwise(release),
  );
  settlePayment.next(
    choose('IsPaid').when(next('paid'), paid).when(next('correct'), awaitCorrection).otherwise(release),
  );
  awaitCorrection.addCatch(order, { errors: ['States.Timeout'], outputs: {} });
  awaitCorrection.next(order);
  const steps = [
    ...[reserve, waitForBudget, publish, awaitNoticeEnd, close, decide],
    ...[settleObjections, order, pay, settlePayment, awaitCorrection],
  ];
  return { first: reserve, release, steps };
}

const SECONDS = '{% $states.input.seconds %}';
/** Whoever waits for money is woken; looking again now and then heals even a wake that was lost for good. */
const LOOK_AGAIN_SECONDS = 30 * 24 * 60 * 60;

/** Waits until somebody signals its token, or the time is over: withdrawal ends it at once, which a Wait state would sleep through. */
function beginWait(scope: Construct, id: string, lambda: IFunction, seconds: string): LambdaInvoke {
  return retryTransientFaults(
    LambdaInvoke.jsonata(scope, id, {
      lambdaFunction: lambda,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({ caseId, taskToken: '{% $states.context.Task.Token %}' }),
      taskTimeout: Timeout.jsonata(seconds),
      outputs: {},
      retryOnServiceExceptions: false,
    }),
  );
}

function later(scope: Construct, id: string): Wait {
  return Wait.jsonata(scope, id, { time: WaitTime.seconds(SECONDS) });
}
