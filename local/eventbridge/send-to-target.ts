import type { JsonValue } from '../json.ts';
import type { Caller } from '../service.ts';
import type { Delivery } from './event-store.ts';

/** The ways to what targets stand for; each checks the caller's permission. */
export interface TargetPorts {
  /** Returns when the invocation is accepted for good; the function's own failure is Lambda's matter. */
  invokeAsync(caller: Caller, functionArn: string, payload: string): void | Promise<void>;
  /** Calls an emulated service as an SDK would. @throws an Error named as the service's error code */
  call(request: {
    readonly caller: Caller;
    readonly service: string;
    readonly action: string;
    readonly target: string;
    readonly input: JsonValue;
  }): Promise<unknown>;
}

/** Hands the event over; resolves when the target has it. */
export async function sendToTarget(delivery: Delivery, ports: TargetPorts): Promise<void> {
  const { target, input, id } = delivery;
  const caller = callerOf(delivery);
  switch (target.kind) {
    case 'lambda':
      return ports.invokeAsync(caller, target.arn, input);
    case 'sqs':
      return sendMessage(ports, caller, target.arn, input, target.messageGroupId);
    case 'states':
      return startExecution(ports, caller, target.arn, id, input);
  }
}

async function startExecution(
  ports: TargetPorts,
  caller: Caller,
  stateMachineArn: string,
  name: string,
  input: string,
): Promise<void> {
  const request = {
    service: 'states',
    action: 'states:StartExecution',
    target: 'AWSStepFunctions.StartExecution',
  };
  try {
    await ports.call({ ...request, caller, input: { stateMachineArn, name, input } });
  } catch (error) {
    // An earlier try has started it, and was cut off before that was noted.
    if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error;
  }
}

/** Puts an undeliverable event into the target's dead-letter queue, with what is known of the failure. */
export async function sendToDeadLetters(delivery: Delivery, error: Error, ports: TargetPorts): Promise<void> {
  const { target, sourceArn, principal, input } = delivery;
  if (target.deadLetterArn === undefined) return;
  const attribute = (StringValue: string) => ({ DataType: 'String', StringValue });
  await sendMessage(
    ports,
    { kind: 'service', principal, sourceArn },
    target.deadLetterArn,
    input,
    undefined,
    {
      ERROR_CODE: attribute(error.name),
      ERROR_MESSAGE: attribute(error.message || error.name),
      RULE_ARN: attribute(sourceArn),
      TARGET_ARN: attribute(target.arn),
    },
  );
}

/** With a role the delivery is the role's, without it the service's on behalf of the rule. */
function callerOf({ target, principal, sourceArn }: Delivery): Caller {
  return target.roleArn === undefined
    ? { kind: 'service', principal, sourceArn }
    : { kind: 'role', roleArn: target.roleArn };
}

async function sendMessage(
  ports: TargetPorts,
  caller: Caller,
  queueArn: string,
  body: string,
  groupId?: string,
  attributes: Readonly<Record<string, { DataType: string; StringValue: string }>> = {},
): Promise<void> {
  const input = {
    // The queue's name is enough here: nothing of the URL before it counts.
    QueueUrl: queueArn.split(':').at(-1) ?? '',
    MessageBody: body,
    MessageAttributes: attributes,
    ...(groupId !== undefined && { MessageGroupId: groupId }),
  };
  await ports.call({
    caller,
    service: 'sqs',
    action: 'sqs:SendMessage',
    target: 'AmazonSQS.SendMessage',
    input,
  });
}
