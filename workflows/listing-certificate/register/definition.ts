import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, Fail, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { invoke } from '../../shared/definition/invoke.ts';

const departmentId = '{% $states.context.Execution.Input.departmentId %}';
const loadId = '{% $states.context.Execution.Input.loadId %}';
const sweepInput = {
  departmentId: '{% $states.input.departmentId %}',
  loadIds: '{% $states.input.loadIds %}',
};

/**
 * Loads a department's register: read the file, lay its records ready, flip the register to them, sweep the records before.
 * A bad file ends refused and a later load's victory superseded: both are outcomes. Breakage ends failed and visible.
 */
export function definition(scope: Construct, fn: (name: string) => IFunction): IChainable {
  const load = invoke(scope, 'LoadRegister', { fn: fn('load-register'), input: { departmentId, loadId } });
  const activate = invoke(scope, 'ActivateRegister', {
    fn: fn('activate-register'),
    input: { departmentId, loadId },
  });
  const sweep = invoke(scope, 'SweepRegister', { fn: fn('sweep-register'), input: sweepInput });

  const fail = invoke(scope, 'FailRegisterLoad', {
    fn: fn('fail-register-load'),
    input: { departmentId, loadId, error: '{% $states.input.error %}' },
  });
  const sweepFailed = invoke(scope, 'SweepFailedRegister', { fn: fn('sweep-register'), input: sweepInput });
  fail.next(sweepFailed).next(Fail.jsonata(scope, 'LoadFailed', { error: 'RegisterLoadFailed' }));
  for (const step of [load, activate]) {
    step.addCatch(fail, { errors: ['States.ALL'], outputs: { error: '{% $states.errorOutput.Error %}' } });
  }

  const judged = Choice.jsonata(scope, 'FileGood')
    .when(Condition.jsonata("{% $states.input.verdict = 'good' %}"), activate.next(sweep))
    .otherwise(Succeed.jsonata(scope, 'FileRefused'));
  return load.next(judged);
}
