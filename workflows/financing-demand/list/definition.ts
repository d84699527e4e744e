import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  Map as MapState,
  Pass,
  ProvideItems,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { invoke } from '../../shared/definition/invoke.ts';

/** Institutions whose lists are drawn up at the same time. */
const AT_ONCE = 10;

/**
 * The lists of a working day: every institution's next list from what it is still to be told.
 *
 *     RematchDemands --> AllMatched --yes--> PlanLists
 *           ^---------------'no
 *     PlanLists --> for each institution: DrawUpList --> AllDrawn --yes--> ListDrawn
 *                                             ^-------------'no
 *
 * Open demands are matched with products that changed since the day before; whatever breaks there, the lists go out. One institution's breakage leaves the others' lists alone: the execution ends failed after them, and what was to be told stays. The
 * machine carries ids only, and a list of any length is drawn up in parts, each a transaction.
 */
export function definition(scope: Construct, fn: (name: string) => IFunction): IChainable {
  const on = '{% $states.context.Execution.Input.on %}';
  const rematch = invoke(scope, 'RematchDemands', { fn: fn('rematch-demands'), input: { on } });
  const plan = invoke(scope, 'PlanLists', {
    fn: fn('plan-lists'),
    input: { on },
  });
  const draw = invoke(scope, 'DrawUpList', {
    fn: fn('draw-up-list'),
    input: { institutionId: '{% $states.input.institutionId %}' },
  });
  const allDrawn = Choice.jsonata(scope, 'AllDrawn')
    .when(Condition.jsonata('{% $states.input.done %}'), Pass.jsonata(scope, 'ListDrawn', { outputs: {} }))
    .otherwise(draw);
  draw.addCatch(Pass.jsonata(scope, 'ListNotDrawn', { outputs: { failed: true } }), {
    errors: ['States.ALL'],
    outputs: {},
  });
  const institutions = MapState.jsonata(scope, 'EachInstitution', {
    items: ProvideItems.jsonata('{% $states.input.institutionIds %}'),
    itemSelector: { institutionId: '{% $states.context.Map.Item.Value %}' },
    maxConcurrency: AT_ONCE,
    outputs: { failed: '{% $count($states.result[failed]) %}' },
  }).itemProcessor(draw.next(allDrawn));
  const allWell = Choice.jsonata(scope, 'AllWell')
    .when(Condition.jsonata('{% $states.input.failed > 0 %}'), Fail.jsonata(scope, 'ListsIncomplete'))
    .otherwise(Succeed.jsonata(scope, 'ListsDrawn'));
  plan.next(institutions).next(allWell);
  rematch.addCatch(plan, { errors: ['States.ALL'] });
  const allMatched = Choice.jsonata(scope, 'AllMatched')
    .when(Condition.jsonata('{% $states.input.done %}'), plan)
    .otherwise(rematch);
  return rematch.next(allMatched);
}
