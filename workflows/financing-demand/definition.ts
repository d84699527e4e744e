import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, type IChainable, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { catchFailure } from '../shared/definition/catch-ends.ts';
import { invoke } from '../shared/definition/invoke.ts';

const caseId = '{% $states.context.Execution.Input.caseId %}';
const execution = '{% $states.context.Execution.Name %}';

/**
 * 融资需求: choose the institutions, then stand open until the validity ends.
 *
 *     KeepDemand --> WhatNext --wait--> WaitForTime (a grant begins or ends, the validity ends)
 *         ^              `-----end---> DemandOver        |
 *         `----------------------------------------------'
 *
 * The enterprise closes and changes its demand by its own requests, which tell the institutions themselves; what wakes later finds
 * the demand over. Where a change brings an earlier moment, another execution is begun and this one, once awake, ends. A standing demand costs two transitions for each moment at which time alone changes something.
 */
export function definition(scope: Construct, fn: (name: string) => IFunction): IChainable {
  const keep = invoke(scope, 'KeepDemand', { fn: fn('keep-demand'), input: { caseId, execution } });
  const wait = Wait.jsonata(scope, 'WaitForTime', {
    time: WaitTime.timestamp('{% $states.input.wakeAt %}'),
  });
  catchFailure(scope, [keep], fn('record-failure'));
  const whatNext = Choice.jsonata(scope, 'WhatNext')
    .when(Condition.jsonata("{% $states.input.next = 'wait' %}"), wait.next(keep))
    .otherwise(Succeed.jsonata(scope, 'DemandOver'));
  return keep.next(whatNext);
}
