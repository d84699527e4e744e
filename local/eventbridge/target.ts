import type { TargetInput } from './target-input.ts';
import { checkTargetInput } from './target-input.ts';

/** Where an event goes, as rules and schedules of the template name it. */
export interface Target extends TargetInput {
  readonly id: string;
  readonly arn: string;
  readonly kind: TargetKind;
  /** Who delivers; without a role the target's own policy must let the service in. */
  readonly roleArn?: string;
  readonly messageGroupId?: string;
  readonly deadLetterArn?: string;
  readonly maximumAgeSeconds: number;
  readonly maximumAttempts: number;
}

type TargetKind = 'lambda' | 'sqs' | 'states';

/** As a rule's target and a schedule's target have them. */
interface TargetProperties {
  readonly Id?: string;
  readonly Arn: string;
  readonly RoleArn?: string | undefined;
  readonly Input?: string | undefined;
  readonly InputPath?: string | undefined;
  readonly InputTransformer?:
    | {
        readonly InputPathsMap?: Readonly<Record<string, string>> | undefined;
        readonly InputTemplate: string;
      }
    | undefined;
  readonly RetryPolicy?:
    | {
        readonly MaximumEventAgeInSeconds?: number | undefined;
        readonly MaximumRetryAttempts?: number | undefined;
      }
    | undefined;
  readonly DeadLetterConfig?: { readonly Arn?: string | undefined } | undefined;
  readonly SqsParameters?: { readonly MessageGroupId: string } | undefined;
}

/** Defaults and limits of the retry policy: 24 hours, 185 retries. */
const DAY_SECONDS = 86_400;
const MOST_RETRIES = 185;

/**
 * @param place stack and logical id, for the message
 * @throws Error for a target that nothing here delivers to
 */
export function readTarget(properties: TargetProperties, place: string): Target {
  const {
    Id,
    Arn,
    RoleArn,
    Input,
    InputPath,
    InputTransformer,
    RetryPolicy,
    DeadLetterConfig,
    SqsParameters,
  } = properties;
  const kind = kindOf(Arn);
  if (!kind)
    throw new Error(
      `${place}: the target ${Arn} is not supported on one machine; functions, queues and state machines are`,
    );
  if (kind === 'states' && RoleArn === undefined) throw new Error(`${place}: the target ${Arn} needs a role`);
  const target: Target = {
    id: Id ?? 'target',
    arn: Arn,
    kind,
    ...(RoleArn !== undefined && { roleArn: RoleArn }),
    ...(Input !== undefined && { input: Input }),
    ...(InputPath !== undefined && { inputPath: InputPath }),
    ...(InputTransformer && {
      transformer: { paths: InputTransformer.InputPathsMap ?? {}, template: InputTransformer.InputTemplate },
    }),
    ...(SqsParameters && { messageGroupId: SqsParameters.MessageGroupId }),
    ...(DeadLetterConfig?.Arn !== undefined && { deadLetterArn: DeadLetterConfig.Arn }),
    maximumAgeSeconds: RetryPolicy?.MaximumEventAgeInSeconds ?? DAY_SECONDS,
    maximumAttempts: (RetryPolicy?.MaximumRetryAttempts ?? MOST_RETRIES) + 1,
  };
  checkTargetInput(target);
  return target;
}

function kindOf(arn: string): TargetKind | undefined {
  const [, , service = '', , , resource = ''] = arn.split(':');
  if (service === 'lambda' && resource === 'function') return 'lambda';
  if (service === 'sqs') return 'sqs';
  return service === 'states' && resource === 'stateMachine' ? 'states' : undefined;
}
