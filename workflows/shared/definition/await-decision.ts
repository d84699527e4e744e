import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IChainable, IntegrationPattern, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { invoke, retryTransientFaults } from './invoke.ts';

/** A late answer still counts until the office acts; 300 days, since an execution lives one year at the most. */
const LATE_ANSWER_SECONDS = 300 * 24 * 60 * 60;

export interface Decision {
  /** Name of the workflow, by which the desk knows the shape of the answer. */
  readonly workflow: string;
  /** functions/desk/open-desk-task and mark-overdue. */
  readonly openDeskTask: IFunction;
  readonly markOverdue: IFunction;
}

/**
 * Waits for a person's decision on `$states.input.question`, which the desk shows until it is given:
 *
 *     OpenDeskTask --decided----------------------------------------------------------> next
 *          `--- due date passed ---> MarkOverdue ---> OpenLateDeskTask ---decided----> next
 *
 * Input: { caseId, question: { taskId, timeoutSeconds, ... } }; output: { taskId, decidedAt }.
 */
export function awaitDecision(scope: Construct, decision: Decision): IChainable {
  const markOverdue = invoke(scope, 'MarkOverdue', {
    fn: decision.markOverdue,
    input: { caseId: '{% $states.input.caseId %}', taskId: '{% $states.input.question.taskId %}' },
    outputs: '{% $states.input %}',
  });
  markOverdue.next(openDeskTask(scope, 'OpenLateDeskTask', decision, `{% ${LATE_ANSWER_SECONDS} %}`));
  return openDeskTask(
    scope,
    'OpenDeskTask',
    decision,
    '{% $states.input.question.timeoutSeconds %}',
  ).addCatch(markOverdue, { errors: ['States.Timeout'], outputs: '{% $states.input %}' });
}

function openDeskTask(
  scope: Construct,
  id: string,
  decision: Decision,
  timeoutSeconds: string,
): LambdaInvoke {
  const task = LambdaInvoke.jsonata(scope, id, {
    lambdaFunction: decision.openDeskTask,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({
      taskToken: '{% $states.context.Task.Token %}',
      workflow: decision.workflow,
      caseId: '{% $states.input.caseId %}',
      question: '{% $states.input.question %}',
    }),
    taskTimeout: Timeout.jsonata(timeoutSeconds),
    retryOnServiceExceptions: false,
  });
  return retryTransientFaults(task);
}
