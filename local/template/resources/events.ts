import * as z from 'zod';
import { arnOf } from '../place.ts';
import { bool, numeric, policyDocument, resourceType } from '../resource-type.ts';

const json = z.custom<unknown>((value) => value !== undefined);
const retryPolicy = z
  .strictObject({ MaximumEventAgeInSeconds: numeric.optional(), MaximumRetryAttempts: numeric.optional() })
  .optional();
const deadLetter = z.strictObject({ Arn: z.string().optional() }).optional();

/** An event bus beside the default one. */
export const eventBus = resourceType({
  type: 'AWS::Events::EventBus',
  properties: { Name: z.string() },
  ignored: {
    Description: 'a text for people',
    KmsKeyIdentifier: 'encryption at rest is the disk owner’s',
    LogConfig: 'the runtime has its own log',
  },
  identify: ({ place, properties }) => ({
    ref: properties.Name,
    attributes: { Name: properties.Name, Arn: arnOf(place, 'events', `event-bus/${properties.Name}`) },
  }),
});

const ruleTarget = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  RoleArn: z.string().optional(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z
    .strictObject({ InputPathsMap: z.record(z.string(), z.string()).optional(), InputTemplate: z.string() })
    .optional(),
  RetryPolicy: retryPolicy,
  DeadLetterConfig: deadLetter,
  SqsParameters: z.strictObject({ MessageGroupId: z.string() }).optional(),
});

/** A rule: by pattern or by schedule. */
export const eventRule = resourceType({
  type: 'AWS::Events::Rule',
  properties: {
    Name: z.string().optional(),
    EventBusName: z.string().optional(),
    EventPattern: json.optional(),
    ScheduleExpression: z.string().optional(),
    State: z.enum(['ENABLED', 'DISABLED']).optional(),
    Targets: z.array(ruleTarget).optional(),
    RoleArn: z.string().optional(),
  },
  ignored: { Description: 'a text for people' },
  identify: ({ place, properties, physicalName }) => {
    const name = properties.Name ?? physicalName;
    const bus = properties.EventBusName?.split('event-bus/').at(-1);
    const isDefault = bus === undefined || bus === 'default';
    const resource = isDefault ? `rule/${name}` : `rule/${bus}/${name}`;
    return {
      ref: isDefault ? name : `${bus}|${name}`,
      attributes: { Arn: arnOf(place, 'events', resource) },
    };
  },
});

/** A schedule of EventBridge Scheduler. */
export const schedule = resourceType({
  type: 'AWS::Scheduler::Schedule',
  properties: {
    Name: z.string().optional(),
    GroupName: z.string().optional(),
    ScheduleExpression: z.string(),
    ScheduleExpressionTimezone: z.string().optional(),
    StartDate: z.string().optional(),
    EndDate: z.string().optional(),
    State: z.enum(['ENABLED', 'DISABLED']).optional(),
    FlexibleTimeWindow: z.object({ Mode: z.enum(['OFF', 'FLEXIBLE']) }),
    Target: z.strictObject({
      Arn: z.string(),
      RoleArn: z.string(),
      Input: z.string().optional(),
      RetryPolicy: retryPolicy,
      DeadLetterConfig: deadLetter,
    }),
  },
  ignored: { Description: 'a text for people', KmsKeyArn: 'encryption at rest is the disk owner’s' },
  identify: ({ place, properties, physicalName }) => {
    const name = properties.Name ?? physicalName;
    const group = properties.GroupName ?? 'default';
    return { ref: name, attributes: { Arn: arnOf(place, 'scheduler', `schedule/${group}/${name}`) } };
  },
});

/** A group of schedules: a name only. */
export const scheduleGroup = resourceType({
  type: 'AWS::Scheduler::ScheduleGroup',
  properties: { Name: z.string().optional() },
  identify: ({ place, properties, physicalName }) => {
    const name = properties.Name ?? physicalName;
    return { ref: name, attributes: { Arn: arnOf(place, 'scheduler', `schedule-group/${name}`) } };
  },
});

/** A queue. Its URL is that of the emulated services, since the SDK sends to the queue's URL. */
export const sqsQueue = resourceType({
  type: 'AWS::SQS::Queue',
  properties: {
    QueueName: z.string().optional(),
    DelaySeconds: numeric.optional(),
    VisibilityTimeout: numeric.optional(),
    MessageRetentionPeriod: numeric.optional(),
    MaximumMessageSize: numeric.optional(),
    ReceiveMessageWaitTimeSeconds: numeric.optional(),
    RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: numeric }).optional(),
    FifoQueue: bool.optional(),
    ContentBasedDeduplication: bool.optional(),
  },
  ignored: {
    SqsManagedSseEnabled: 'encryption at rest is the disk owner’s',
    KmsMasterKeyId: 'encryption at rest is the disk owner’s',
    KmsDataKeyReusePeriodSeconds: 'encryption at rest is the disk owner’s',
    RedriveAllowPolicy: 'every queue of the template may be a dead-letter queue',
  },
  identify: ({ place, properties, physicalName }) => {
    const name = properties.QueueName ?? `${physicalName}${properties.FifoQueue ? '.fifo' : ''}`;
    const url = `${place.servicesOrigin}/${place.accountId}/${name}`;
    return { ref: url, attributes: { Arn: arnOf(place, 'sqs', name), QueueName: name, QueueUrl: url } };
  },
});

/** What a queue itself allows or denies; local/iam reads it. */
export const sqsQueuePolicy = resourceType({
  type: 'AWS::SQS::QueuePolicy',
  properties: { Queues: z.array(z.string()), PolicyDocument: policyDocument },
  identify: ({ physicalName }) => ({ ref: physicalName, attributes: { Id: physicalName } }),
});
