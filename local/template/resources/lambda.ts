import * as z from 'zod';
import { arnOf } from '../place.ts';
import { bool, numeric, resourceType } from '../resource-type.ts';

/** A function of the Node.js runtime whose code is an asset of the assembly. */
export const lambdaFunction = resourceType({
  type: 'AWS::Lambda::Function',
  properties: {
    FunctionName: z.string().optional(),
    Description: z.string().optional(),
    Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
    Handler: z.string(),
    Runtime: z.string().regex(/^nodejs\d+\.x$/, 'only the Node.js runtimes run here'),
    Role: z.string(),
    Timeout: numeric.default(3),
    MemorySize: numeric.default(128),
    Environment: z.strictObject({ Variables: z.record(z.string(), z.string()).optional() }).optional(),
    ReservedConcurrentExecutions: numeric.optional(),
    DeadLetterConfig: z.strictObject({ TargetArn: z.string().optional() }).optional(),
    LoggingConfig: z
      .object({
        LogFormat: z.enum(['Text', 'JSON']).optional(),
        LogGroup: z.string().optional(),
      })
      .optional(),
    PackageType: z.literal('Zip').optional(),
  },
  ignored: {
    Architectures: 'the processor is that of the machine',
    TracingConfig: 'X-Ray is not on one machine; the trace id is passed on',
    EphemeralStorage: 'the temporary directory is that of the machine',
    VpcConfig: 'everything is on one machine',
    KmsKeyArn: 'the environment is not stored',
    CodeSigningConfigArn: 'code comes from the assembly beside the templates',
    RuntimeManagementConfig: 'the runtime is the Node.js that runs everything',
    RecursiveLoop: 'loops between services are not looked for',
    SnapStart: 'not offered for Node.js',
  },
  identify: ({ place, properties, physicalName }) => {
    const name = properties.FunctionName ?? physicalName;
    return { ref: name, attributes: { Arn: arnOf(place, 'lambda', `function:${name}`) } };
  },
});

/** A published version; the code that runs is always that of the assembly. */
export const lambdaVersion = resourceType({
  type: 'AWS::Lambda::Version',
  properties: { FunctionName: z.string(), Description: z.string().optional() },
  ignored: {
    CodeSha256: 'code comes from the assembly beside the templates',
    ProvisionedConcurrencyConfig: 'workers are started ahead of need anyway',
    RuntimePolicy: 'the runtime is the Node.js that runs everything',
  },
  identify: ({ place, properties, logicalId, versionNumber }) => {
    const functionName = functionNameOf(properties.FunctionName);
    const version = String(versionNumber(`lambda:${functionName}`, logicalId));
    const arn = arnOf(place, 'lambda', `function:${functionName}:${version}`);
    return { ref: arn, attributes: { Version: version, FunctionArn: arn } };
  },
});

/** An alias; a routing by weight is refused, since only one version of the code is here. */
export const lambdaAlias = resourceType({
  type: 'AWS::Lambda::Alias',
  properties: {
    FunctionName: z.string(),
    FunctionVersion: z.string(),
    Name: z.string(),
    Description: z.string().optional(),
  },
  ignored: { ProvisionedConcurrencyConfig: 'workers are started ahead of need anyway' },
  identify: ({ place, properties }) => {
    const name = functionNameOf(properties.FunctionName);
    const arn = arnOf(place, 'lambda', `function:${name}:${properties.Name}`);
    return { ref: arn, attributes: { AliasArn: arn } };
  },
});

/** Who but the account's own roles may invoke a function: API Gateway, EventBridge. */
export const lambdaPermission = resourceType({
  type: 'AWS::Lambda::Permission',
  properties: {
    Action: z.string(),
    FunctionName: z.string(),
    Principal: z.string(),
    SourceArn: z.string().optional(),
    SourceAccount: z.string().optional(),
  },
  ignored: { EventSourceToken: 'for Alexa only' },
  identify: ({ physicalName }) => ({ ref: physicalName, attributes: { Id: physicalName } }),
});

const destination = z.strictObject({ Destination: z.string() }).optional();

/** Retries and destinations of asynchronous invocations. */
export const lambdaEventInvokeConfig = resourceType({
  type: 'AWS::Lambda::EventInvokeConfig',
  properties: {
    FunctionName: z.string(),
    Qualifier: z.string(),
    MaximumRetryAttempts: numeric.optional(),
    MaximumEventAgeInSeconds: numeric.optional(),
    DestinationConfig: z.strictObject({ OnFailure: destination, OnSuccess: destination }).optional(),
  },
  identify: ({ physicalName }) => ({ ref: physicalName, attributes: {} }),
});

/** A queue that feeds a function; other sources are refused by local/events. */
export const lambdaEventSourceMapping = resourceType({
  type: 'AWS::Lambda::EventSourceMapping',
  properties: {
    FunctionName: z.string(),
    EventSourceArn: z.string(),
    BatchSize: numeric.optional(),
    Enabled: bool.optional(),
    MaximumBatchingWindowInSeconds: numeric.optional(),
    FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).optional(),
    ScalingConfig: z.strictObject({ MaximumConcurrency: numeric.optional() }).optional(),
  },
  ignored: { MetricsConfig: 'no CloudWatch on one machine' },
  identify: ({ place, shortId }) => {
    const id = shortId(20);
    return {
      ref: id,
      attributes: { Id: id, EventSourceMappingArn: arnOf(place, 'lambda', `event-source-mapping:${id}`) },
    };
  },
});

/** The bare name in a name, a partial ARN or an ARN, with or without version or alias. */
export function functionNameOf(reference: string): string {
  const afterFunction = reference.includes(':function:') ? reference.split(':function:')[1] : reference;
  return afterFunction?.split(':')[0] ?? reference;
}
