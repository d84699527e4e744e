import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IChainable, Parallel } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { awaitDecision } from '../../shared/definition/await-decision.ts';
import { catchEnds } from '../../shared/definition/catch-ends.ts';
import { invoke } from '../../shared/definition/invoke.ts';

const caseId = '{% $states.context.Execution.Input.caseId %}';

/** 追回: PlanRecovery --> AskFinance --> ConcludeRecovery. The enterprise is told, and finance says whether the money came back. */
export function definition(scope: Construct, fn: (name: string) => IFunction): IChainable {
  const step = (id: string, name: string) => invoke(scope, id, { fn: fn(name), input: { caseId } });
  const plan = step('PlanRecovery', 'plan-recovery');
  const ask = Parallel.jsonata(scope, 'AskFinance', { outputs: {} }).branch(
    awaitDecision(scope, {
      workflow: 'patent-recovery',
      openDeskTask: fn('open-desk-task'),
      keepDeadline: fn('keep-deadline'),
    }),
  );
  const conclude = step('ConcludeRecovery', 'conclude-recovery');
  catchEnds(scope, [plan, ask, conclude], {
    closeTasks: step('CloseDeskTasks', 'close-desk-tasks'),
    recordFailure: fn('record-failure'),
  });
  return plan.next(ask).next(conclude);
}
