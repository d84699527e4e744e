import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, type IChainable, Parallel, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { awaitDecision } from '../shared/definition/await-decision.ts';
import { catchEnds } from '../shared/definition/catch-ends.ts';
import { invoke } from '../shared/definition/invoke.ts';
import { fundingChain } from './definition/funding-chain.ts';

const caseId = '{% $states.context.Execution.Input.caseId %}';
const next = (verdict: string) => Condition.jsonata(`{% $states.input.next = '${verdict}' %}`);

/**
 * 专利资助: assess every patent, claim the good ones, let the IP centre review them, then fund.
 *
 *     AssessPatents --> ClaimPatents --> AskReviewer --> SettleReview --approved--> fundingChain
 *        ^    `no answer   `- none is left                  `- refused
 *        `-- WaitForRegistry   `----------> ReleasePatents <---'       (every end but payment)
 */
export function definition(scope: Construct, fn: (name: string) => IFunction): IChainable {
  const step = (id: string, name: string) => invoke(scope, id, { fn: fn(name), input: { caseId } });
  const assess = step('AssessPatents', 'assess-patents');
  const claim = step('ClaimPatents', 'claim-patents');
  const ask = Parallel.jsonata(scope, 'AskReviewer', { outputs: {} }).branch(
    awaitDecision(scope, {
      workflow: 'patent-funding',
      openDeskTask: fn('open-desk-task'),
      keepDeadline: fn('keep-deadline'),
    }),
  );
  const settle = step('SettleReview', 'settle-review');
  const release = step('ReleasePatents', 'release-patents');
  const funding = fundingChain(scope, fn, { release });

  catchEnds(scope, [assess, claim, ask, settle, ...funding.steps], {
    // A withdrawn case may hold money: what it holds is given back before the patents.
    closeTasks: step('CloseDeskTasks', 'close-desk-tasks').next(funding.release),
    recordFailure: fn('record-failure'),
  });
  const wait = Wait.jsonata(scope, 'WaitForRegistry', {
    time: WaitTime.seconds('{% $states.input.seconds %}'),
  });
  assess.next(Choice.jsonata(scope, 'IsAssessed').when(next('wait'), wait.next(assess)).otherwise(claim));
  claim.next(Choice.jsonata(scope, 'IsAnyLeft').when(next('review'), ask.next(settle)).otherwise(release));
  settle.next(Choice.jsonata(scope, 'IsApproved').when(next('fund'), funding.first).otherwise(release));
  return assess;
}
