import type { Assembly } from '../template/assembly.ts';
import { sqsQueue } from '../template/resources/events.ts';

/** A queue of the template; the defaults are those of CreateQueue. */
export interface QueueSpec {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  readonly delaySeconds: number;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly maximumMessageBytes: number;
  readonly receiveWaitSeconds: number;
  /** A message that was received more often goes to the dead-letter queue. */
  readonly redrive?: { readonly deadLetterQueue: string; readonly maxReceiveCount: number };
}

const DAY_SECONDS = 86_400;

/** @throws Error for a dead-letter queue that no template declares */
export function readQueues(assembly: Pick<Assembly, 'of'>): readonly QueueSpec[] {
  const resources = assembly.of(sqsQueue);
  const nameByArn = new Map(resources.map(({ attributes }) => [attributes.Arn, attributes.QueueName ?? '']));
  return resources.map(({ ref, attributes, properties, stackName, logicalId }) => {
    const policy = properties.RedrivePolicy;
    const deadLetterQueue = nameByArn.get(policy?.deadLetterTargetArn);
    if (policy && deadLetterQueue === undefined) {
      throw new Error(
        `${stackName}/${logicalId}: the dead-letter queue ${policy.deadLetterTargetArn} is in no template`,
      );
    }
    return {
      name: attributes.QueueName ?? '',
      arn: attributes.Arn ?? '',
      url: ref,
      fifo: properties.FifoQueue ?? false,
      contentBasedDeduplication: properties.ContentBasedDeduplication ?? false,
      delaySeconds: properties.DelaySeconds ?? 0,
      visibilityTimeoutSeconds: properties.VisibilityTimeout ?? 30,
      retentionSeconds: properties.MessageRetentionPeriod ?? 4 * DAY_SECONDS,
      maximumMessageBytes: properties.MaximumMessageSize ?? 1_048_576,
      receiveWaitSeconds: properties.ReceiveMessageWaitTimeSeconds ?? 0,
      ...(policy &&
        deadLetterQueue !== undefined && {
          redrive: { deadLetterQueue, maxReceiveCount: policy.maxReceiveCount },
        }),
    };
  });
}
