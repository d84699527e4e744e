import type { Statement } from './policy-document.ts';

const allow = (...actions: string[]): readonly Statement[] => [
  { Effect: 'Allow', Action: actions, Resource: ['*'] },
];

/**
 * The managed policies of AWS that CDK constructs attach, by the end of their ARN, as AWS publishes them
 * (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html). Any other is refused by name.
 */
export const AWS_MANAGED_POLICIES: Readonly<Record<string, readonly Statement[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': allow(
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ),
  AWSXRayDaemonWriteAccess: allow(
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ),
  'service-role/AWSLambdaSQSQueueExecutionRole': allow(
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ),
  CloudWatchLambdaInsightsExecutionRolePolicy: allow(
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ),
};
