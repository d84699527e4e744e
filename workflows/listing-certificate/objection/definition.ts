import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, type IChainable, Parallel, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { awaitDecision } from '../../shared/definition/await-decision.ts';
import { catchEnds } from '../../shared/definition/catch-ends.ts';
import { invoke } from '../../shared/definition/invoke.ts';

const caseId = '{% $states.context.Execution.Input.caseId %}';
const number = '{% $states.input.number %}';

/**
 * 异议: ask the department that produced the facts, then issue a corrected report or leave the first as it is.
 *
 *     PlanObjection --> AskDepartment --> ComposeCorrection --upheld--> SignCorrection --> RenderCorrection --> ConcludeObjection
 *                                     ^    |  `------- rejected, or the report was revoked ----------------^
 *                                     `--- another correction is being made
 */
export function definition(scope: Construct, fn: (name: string) => IFunction): IChainable {
  const step = (id: string, name: string, input: Record<string, unknown> = { caseId }) =>
    invoke(scope, id, { fn: fn(name), input });
  const plan = step('PlanObjection', 'plan-objection');
  const ask = Parallel.jsonata(scope, 'AskDepartment', { outputs: {} }).branch(
    awaitDecision(scope, {
      workflow: 'listing-objection',
      openDeskTask: fn('open-desk-task'),
      keepDeadline: fn('keep-deadline'),
    }),
  );
  const compose = step('ComposeCorrection', 'compose-correction');
  const sign = step('SignCorrection', 'sign-certificate', { number });
  const render = step('RenderCorrection', 'render-report', { number });
  const conclude = step('ConcludeObjection', 'conclude-objection');
  const wait = Wait.jsonata(scope, 'WaitForOtherCorrection', {
    time: WaitTime.seconds('{% $states.input.waitSeconds %}'),
  });

  const whatNext = Choice.jsonata(scope, 'WhatNext')
    .when(Condition.jsonata("{% $states.input.next = 'issue' %}"), sign)
    .when(Condition.jsonata("{% $states.input.next = 'wait' %}"), wait.next(compose))
    .otherwise(conclude);
  catchEnds(scope, [plan, ask, compose, sign, render, conclude], {
    closeTasks: step('CloseDeskTasks', 'close-desk-tasks').next(step('LiftObjection', 'lift-objection')),
    recordFailure: fn('record-failure'),
  });
  sign.next(render).next(conclude);
  return plan.next(ask).next(compose).next(whatNext);
}
