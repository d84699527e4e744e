import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  Succeed,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { invoke } from '../../shared/definition/invoke.ts';

const institutionId = '{% $states.context.Execution.Input.institutionId %}';
const run = '{% $states.context.Execution.Input.run %}';

/**
 * Pushes the lists of one institution, one after the other, until none is left. Each institution has an execution of its own, so that
 * a slow one delays nobody; ten attempts of a list over 75 hours (seeds/financing-demand/delivery-rules.json), then the next run is begun
 * by hand. An attempt is some ten events of the 25,000 that an execution may have.
 *
 *     DeliverList --next--> DeliverList      --rest--> NothingLeft
 *          ^-------- WaitForAttempt <--wait--'
 */
export function definition(scope: Construct, fn: (name: string) => IFunction): IChainable {
  const deliver = invoke(scope, 'DeliverList', { fn: fn('deliver-list'), input: { institutionId, run } });
  const fail = invoke(scope, 'FailDelivery', {
    fn: fn('fail-delivery'),
    input: { institutionId, run, error: '{% $states.input.error %}' },
  });
  fail.next(Fail.jsonata(scope, 'DeliveryFailed', { error: 'ListDeliveryFailed' }));
  deliver.addCatch(fail, { errors: ['States.ALL'], outputs: { error: '{% $states.errorOutput.Error %}' } });

  const wait = Wait.jsonata(scope, 'WaitForAttempt', {
    time: WaitTime.seconds('{% $states.input.waitSeconds %}'),
  });
  const whatNext = Choice.jsonata(scope, 'WhatNext')
    .when(Condition.jsonata("{% $states.input.verdict = 'next' %}"), deliver)
    .when(Condition.jsonata("{% $states.input.verdict = 'wait' %}"), wait.next(deliver))
    .otherwise(Succeed.jsonata(scope, 'NothingLeft'));
  return deliver.next(whatNext);
}
