import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { JitterType, TaskInput, type TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { ERROR_NAME } from '../error-names.ts';

/**
 * Faults that pass by themselves: the one error of ours that says so, and what the Lambda service raises when a function was
 * throttled, killed or ran out of time. Every step is idempotent by data, so that running it again is safe.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception
 */
export const TRANSIENT_FAULTS = [
  ERROR_NAME.transient,
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'Runtime.ExitError',
];

/** Adds the one retry policy of all our tasks: 2 s, doubled up to 60 s, five more attempts, full jitter. */
export function retryTransientFaults<T extends TaskStateBase>(task: T): T {
  task.addRetry({
    errors: TRANSIENT_FAULTS,
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxDelay: Duration.seconds(60),
    maxAttempts: 5,
    jitterStrategy: JitterType.FULL,
  });
  return task;
}

interface Step {
  readonly fn: IFunction;
  /** What the function gets: a JSONata template. */
  readonly input: Record<string, unknown>;
  /** What the next state gets; the function's answer unless told. */
  readonly outputs?: string;
}

/** A step: runs a function and goes on with what it answers. */
export function invoke(scope: Construct, id: string, step: Step): LambdaInvoke {
  const task = LambdaInvoke.jsonata(scope, id, {
    lambdaFunction: step.fn,
    payload: TaskInput.fromObject(step.input),
    outputs: step.outputs ?? '{% $states.result.Payload %}',
    retryOnServiceExceptions: false,
  });
  return retryTransientFaults(task);
}
