import type { EventBridge } from './eventbridge/index.ts';
import type { States } from './states/index.ts';

type Execution = Parameters<Parameters<States['engine']['onEnd']>[0]>[0];

/**
 * Tells EventBridge how each Standard execution ended, as Step Functions does (best effort, there as here):
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export function announceExecutionEnds(states: States, events: EventBridge): void {
  states.engine.onEnd((execution) => {
    if (execution.isVolatile) return;
    events.announce({
      source: 'aws.states',
      detailType: 'Step Functions Execution Status Change',
      resources: [execution.arn],
      detail: detailOf(execution),
    });
  });
}

function detailOf({ arn, row, revision, input, outcome }: Execution) {
  const said = outcome?.status === 'SUCCEEDED' ? { output: outcome.output.text } : {};
  const failed = outcome && outcome.status !== 'SUCCEEDED' ? outcome : undefined;
  return {
    executionArn: arn,
    stateMachineArn: revision.machineArn,
    name: row.name,
    status: outcome?.status ?? row.status,
    startDate: row.startedAt,
    stopDate: row.stoppedAt,
    input: input().text,
    inputDetails: { included: true },
    ...said,
    ...(failed?.error === undefined ? {} : { error: failed.error }),
    ...(failed?.cause === undefined ? {} : { cause: failed.cause }),
  };
}
