import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Fail, type IChainable, type Map as MapState, type Parallel } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { ERROR_NAME } from '../error-names.ts';
import { invoke } from './invoke.ts';

const caseId = '{% $states.context.Execution.Input.caseId %}';
/** A timeout has an error name but no cause, and an undefined result would fail the catch itself. */
const errorCause = "{% $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '' %}";

interface Ends {
  /** Where the machine goes when its case was withdrawn. */
  readonly closeTasks: IChainable;
  /** Makes every other failure visible on the case. */
  readonly recordFailure: IFunction;
}

/** The two ends of a machine beside its own: the case was withdrawn, or something broke that no retry heals. */
export function catchEnds(
  scope: Construct,
  steps: readonly (LambdaInvoke | MapState | Parallel)[],
  { closeTasks, recordFailure }: Ends,
): void {
  for (const step of steps) {
    // A step without a token has the case's state in the condition of its own write.
    step.addCatch(closeTasks, { errors: [ERROR_NAME.caseWithdrawn], outputs: {} });
  }
  catchFailure(scope, steps, recordFailure);
}

/** The other end of a machine that asks nobody: something broke that no retry heals. */
export function catchFailure(
  scope: Construct,
  steps: readonly (LambdaInvoke | MapState | Parallel)[],
  recordFailure: IFunction,
): void {
  const record = invoke(scope, 'RecordFailure', {
    fn: recordFailure,
    input: { caseId, error: '{% $states.input.error %}', cause: '{% $states.input.cause %}' },
    outputs: '{% $states.input %}',
  });
  record.next(
    Fail.jsonata(scope, 'CaseFailed', {
      error: '{% $states.input.error %}',
      cause: '{% $states.input.cause %}',
    }),
  );
  for (const step of steps) {
    step.addCatch(record, {
      errors: ['States.ALL'],
      outputs: { error: '{% $states.errorOutput.Error %}', cause: errorCause },
    });
  }
}
