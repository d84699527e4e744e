import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IChainable, IntegrationPattern, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { ERROR_NAME } from '../error-names.ts';
import { invoke, retryTransientFaults } from './invoke.ts';

export interface Decision {
  /** Name of the workflow, by which the desk knows the shape of the answer. */
  readonly workflow: string;
  /** Ends the names of its states where a machine awaits several decisions: `OpenDeskTaskPayment`. */
  readonly named?: string;
  /** functions/desk/open-desk-task and keep-deadline. */
  readonly openDeskTask: IFunction;
  readonly keepDeadline: IFunction;
}

/**
 * Waits for a person's decision on `$states.input.question`, which the desk shows until it is given:
 *
 *     OpenDeskTask --decided--------------------------> next
 *        ^    `--- half of the time, 80 %, due -----.
 *        |    `--- told that the time changed ------+
 *        `----------------- KeepDeadline <----------'
 *
 * TimeoutSeconds is fixed when a state is entered, so the machine waits in segments: each until the next thing to do, which
 * KeepDeadline reads from the desk row. A decision in good time costs one transition; nothing polls.
 *
 * Input: { caseId, question: { taskId, timeoutSeconds, ... } }; output: { taskId, decidedAt }.
 */
export function awaitDecision(scope: Construct, decision: Decision): IChainable {
  const { named = '' } = decision;
  const keepDeadline = invoke(scope, `KeepDeadline${named}`, {
    fn: decision.keepDeadline,
    input: { caseId: '{% $states.input.caseId %}', question: '{% $states.input.question %}' },
  });
  const openDeskTask = retryTransientFaults(
    LambdaInvoke.jsonata(scope, `OpenDeskTask${named}`, {
      lambdaFunction: decision.openDeskTask,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({
        taskToken: '{% $states.context.Task.Token %}',
        workflow: decision.workflow,
        caseId: '{% $states.input.caseId %}',
        question: '{% $states.input.question %}',
      }),
      taskTimeout: Timeout.jsonata('{% $states.input.question.timeoutSeconds %}'),
      retryOnServiceExceptions: false,
    }),
  );
  for (const error of ['States.Timeout', ERROR_NAME.deadlineMoved]) {
    openDeskTask.addCatch(keepDeadline, { errors: [error], outputs: '{% $states.input %}' });
  }
  keepDeadline.next(openDeskTask);
  return openDeskTask;
}
