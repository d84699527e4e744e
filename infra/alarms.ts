import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { PlatformApi } from './api.ts';
import { machineArn, PREFIX, pascalCase } from './names.ts';

interface Watched {
  readonly deadLetters: Queue;
  readonly api: PlatformApi;
  readonly machines: readonly string[];
  readonly topic: ITopic;
}

interface Told {
  /** Verb-less, kebab-case: `dead-letters`. */
  readonly name: string;
  readonly metric: IMetric;
  /** So many within the period of the metric are too many. */
  readonly from: number;
  /** What has happened and what to look at. */
  readonly because: string;
}

const PERIOD = Duration.minutes(5);

/**
 * Few alarms, each about something that does not heal by itself. Errors and throttles are those of all functions of the account and
 * region together: an alarm for each of hundreds of functions would cost more than they do, and steps are retried anyhow, which is why some
 * errors are no alarm.
 */
export function raiseAlarms(scope: Construct, { deadLetters, api, machines, topic }: Watched): void {
  const told: Told[] = [
    {
      name: 'dead-letters',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'max' }),
      from: 1,
      because:
        'An event that no attempt could handle lies in the dead-letter queue. Mend, then send it again.',
    },
    {
      name: 'function-errors',
      metric: sum('AWS/Lambda', 'Errors'),
      from: 20,
      because: 'Functions of this account and region fail more often than retries explain.',
    },
    {
      name: 'function-throttles',
      metric: sum('AWS/Lambda', 'Throttles'),
      from: 1,
      because: 'The concurrency of Lambda in this account and region is used up.',
    },
    {
      name: 'api-faults',
      metric: sum('AWS/ApiGateway', '5xx', { ApiId: api.http.apiId }),
      from: 5,
      because: 'Callers of the API get answers 5xx.',
    },
    ...machines.map((machine) => ({
      name: `${machine}-executions`,
      metric: unsuccessful(machine),
      from: 1,
      because: `An execution of ${machine} failed or ran out of time. If it took a case along, the case is FAILED and the office may resume it.`,
    })),
  ];
  for (const one of told) raise(scope, one, topic);
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
function unsuccessful(machine: string): IMetric {
  const of = { StateMachineArn: machineArn(machine) };
  return new MathExpression({
    label: 'failed or timed out',
    expression: 'FILL(failed, 0) + FILL(timedOut, 0)',
    usingMetrics: {
      failed: sum('AWS/States', 'ExecutionsFailed', of),
      timedOut: sum('AWS/States', 'ExecutionsTimedOut', of),
    },
    period: PERIOD,
  });
}

function sum(namespace: string, metricName: string, dimensionsMap?: Record<string, string>): Metric {
  return new Metric({
    namespace,
    metricName,
    period: PERIOD,
    statistic: 'sum',
    ...(dimensionsMap && { dimensionsMap }),
  });
}

function raise(scope: Construct, { name, metric, from, because }: Told, topic: ITopic): void {
  const alarm = new Alarm(scope, `${pascalCase(name)}Alarm`, {
    alarmName: `${PREFIX}-${name}`,
    alarmDescription: because,
    metric,
    threshold: from,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    // Nothing happened.
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic));
}
