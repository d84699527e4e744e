import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IChainable, Parallel } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { awaitDecision } from '../../shared/definition/await-decision.ts';
import { catchEnds } from '../../shared/definition/catch-ends.ts';
import { invoke } from '../../shared/definition/invoke.ts';

const caseId = '{% $states.context.Execution.Input.caseId %}';

/**
 * 快速预审: put to the examiner, then a pass certificate or a refusal with its reasons. What comes after (filing number, grant) has no time of
 * its own to keep and is written when it is told.
 *
 *     PlanPreExamination --> AskExaminer --> SettlePreExamination
 */
export function definition(scope: Construct, fn: (name: string) => IFunction): IChainable {
  const step = (id: string, name: string) => invoke(scope, id, { fn: fn(name), input: { caseId } });
  const plan = step('PlanPreExamination', 'plan-pre-examination');
  const ask = Parallel.jsonata(scope, 'AskExaminer', { outputs: {} }).branch(
    awaitDecision(scope, {
      workflow: 'pre-examination',
      openDeskTask: fn('open-desk-task'),
      keepDeadline: fn('keep-deadline'),
    }),
  );
  const settle = step('SettlePreExamination', 'settle-pre-examination');
  catchEnds(scope, [plan, ask, settle], {
    closeTasks: step('CloseDeskTasks', 'close-desk-tasks'),
    recordFailure: fn('record-failure'),
  });
  return plan.next(ask).next(settle);
}
