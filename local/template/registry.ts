import type { ResourceType } from './resource-type.ts';
import {
  bucketDeployment,
  distribution,
  edgeFunction,
  responseHeadersPolicy,
} from './resources/cloudfront.ts';
import { dynamodbGlobalTable, dynamodbTable } from './resources/dynamodb.ts';
import {
  eventBus,
  eventRule,
  schedule,
  scheduleGroup,
  sqsQueue,
  sqsQueuePolicy,
} from './resources/events.ts';
import { httpApi, httpAuthorizer, httpIntegration, httpRoute, httpStage } from './resources/gateway.ts';
import { iamManagedPolicy, iamPolicy, iamRole } from './resources/iam.ts';
import {
  lambdaAlias,
  lambdaEventInvokeConfig,
  lambdaEventSourceMapping,
  lambdaFunction,
  lambdaPermission,
  lambdaVersion,
} from './resources/lambda.ts';
import { nestedStack } from './resources/nested-stack.ts';
import { stateMachine, stateMachineAlias, stateMachineVersion } from './resources/states.ts';
import { kmsAlias, kmsKey, s3Bucket, s3BucketPolicy } from './resources/storage.ts';

/** The resource types that run here. */
export const SUPPORTED_TYPES = [
  nestedStack,
  dynamodbTable,
  dynamodbGlobalTable,
  s3Bucket,
  s3BucketPolicy,
  kmsKey,
  kmsAlias,
  iamRole,
  iamPolicy,
  iamManagedPolicy,
  lambdaFunction,
  lambdaVersion,
  lambdaAlias,
  lambdaPermission,
  lambdaEventInvokeConfig,
  lambdaEventSourceMapping,
  stateMachine,
  stateMachineVersion,
  stateMachineAlias,
  httpApi,
  httpStage,
  httpRoute,
  httpIntegration,
  httpAuthorizer,
  eventBus,
  eventRule,
  schedule,
  scheduleGroup,
  sqsQueue,
  sqsQueuePolicy,
  distribution,
  responseHeadersPolicy,
  edgeFunction,
  bucketDeployment,
] as const;

/** Resource types that are read over, with the reason; any other unknown type stops the start. */
export const IGNORED_TYPES: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'tells AWS which constructs were used',
  'AWS::Logs::LogGroup': 'logs go to files of the data directory and are kept until they are removed',
  'AWS::Logs::ResourcePolicy': 'logs go to files of the data directory',
  'AWS::Logs::MetricFilter': 'no CloudWatch on one machine',
  'AWS::Logs::QueryDefinition': 'no CloudWatch on one machine',
  'AWS::CloudWatch::Alarm': 'no CloudWatch on one machine',
  'AWS::CloudWatch::CompositeAlarm': 'no CloudWatch on one machine',
  'AWS::CloudWatch::Dashboard': 'no CloudWatch on one machine',
  'AWS::XRay::Group': 'X-Ray is not on one machine',
  'AWS::XRay::SamplingRule': 'X-Ray is not on one machine',
  'AWS::CloudFront::OriginAccessControl': 'the files of an origin are read from the assembly',
  'AWS::Lambda::LayerVersion': 'no function that runs here has layers',
  'AWS::SNS::Topic': 'alarms notify nobody here; a call to SNS is refused',
  'AWS::SNS::TopicPolicy': 'alarms notify nobody here; a call to SNS is refused',
  'AWS::SNS::Subscription': 'alarms notify nobody here; a call to SNS is refused',
  'AWS::ApiGateway::Account': 'the gateway has its own access log',
  'AWS::Backup::BackupPlan': 'copy the data directory instead',
  'AWS::Backup::BackupVault': 'copy the data directory instead',
  'AWS::Backup::BackupSelection': 'copy the data directory instead',
  'AWS::Cognito::UserPool': 'users come from the issuer of local/identity',
  'AWS::Cognito::UserPoolClient': 'users come from the issuer of local/identity',
  'AWS::Cognito::UserPoolDomain': 'users come from the issuer of local/identity',
  'AWS::Cognito::UserPoolResourceServer': 'users come from the issuer of local/identity',
  'AWS::WAFv2::WebACL': 'the gateway listens on the loopback address only',
  'AWS::WAFv2::WebACLAssociation': 'the gateway listens on the loopback address only',
};

/** Why a resource is read over, if it is; `handlers` are the functions that serve custom resources. */
export function ignoredBecause(
  type: string,
  logicalId: string,
  handlers: ReadonlySet<string>,
): string | undefined {
  if (type === 'AWS::Lambda::Function' && handlers.has(logicalId))
    return 'what CloudFormation would have it do, the runtime does';
  return IGNORED_TYPES[type];
}

/** The supported type of that name. */
export function supportedType(name: string): ResourceType<unknown> | undefined {
  return byName.get(name);
}

// Each type checks its own properties before it reads them, so one signature for all is safe.
const byName = new Map<string, ResourceType<unknown>>(
  SUPPORTED_TYPES.map((type) => [type.type, type as unknown as ResourceType<unknown>]),
);
