import { Aws, CfnCondition, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscription, type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { raiseAlarms } from './alarms.ts';
import type { PlatformApi } from './api.ts';
import { PREFIX } from './names.ts';
import { setting } from './setting.ts';

interface WatchStackProps extends StackProps {
  readonly api: PlatformApi;
  /** Names of all workflows that have a machine. */
  readonly machines: readonly string[];
}

/** Tells an operator what nobody is there to see: events that no attempt could handle, failed executions, errors. */
export class WatchStack extends Stack {
  /** Where events go that no attempt could handle. */
  readonly deadLetters: IQueue;

  constructor(scope: Construct, id: string, { api, machines, ...props }: WatchStackProps) {
    super(scope, id, props);
    const deadLetters = deadLetterQueue(this);
    // CDK's own types do not hold under exactOptionalPropertyTypes.
    this.deadLetters = deadLetters as IQueue;
    raiseAlarms(this, { deadLetters, api, machines, topic: operatorTopic(this) });
  }
}

/**
 * EventBridge lays down what it could not hand over, Lambda what a function failed at three times. Messages are the events themselves:
 * sent to the function again, they do what was left undone, since every step finds what is already done.
 */
function deadLetterQueue(scope: Construct): Queue {
  const queue = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  // One statement for all rules, which are in stacks of their own; functions are let in by their roles.
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: { ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:events:${PLACE}:rule/${PREFIX}-*` } },
    }),
  );
  acknowledge(queue, {
    'AwsSolutions-SQS3': 'It is the dead-letter queue of the others’ rules and functions.',
  });
  return queue;
}

const PLACE = `${Aws.REGION}:${Aws.ACCOUNT_ID}`;

/** One topic for all alarms. Who reads it is for the deployment to say: an address, or a subscription made later. */
function operatorTopic(scope: Construct): ITopic {
  const topic = new Topic(scope, 'Operator', { displayName: PREFIX, enforceSSL: true });
  // A topic with a policy of its own has none of the default ones.
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:cloudwatch:${PLACE}:alarm:${PREFIX}-*` },
      },
    }),
  );
  const address = setting(
    scope,
    'OperatorMail',
    'Mail address that alarms are sent to, which has to confirm; empty: nobody is told until somebody subscribes to the topic',
    'operatorMail',
    { otherwise: '' },
  );
  const subscription = new CfnSubscription(scope, 'OperatorMailSubscription', {
    topicArn: topic.topicArn,
    protocol: 'email',
    endpoint: address,
  });
  subscription.cfnOptions.condition = new CfnCondition(scope, 'HasOperatorMail', {
    expression: Fn.conditionNot(Fn.conditionEquals(address, '')),
  });
  return topic as ITopic;
}
