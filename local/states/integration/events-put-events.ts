import type { JsonObject, JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import { argumentsOf, type Integration, type TaskAnswer, type TaskRequest } from './integration.ts';
import { callService, textOf } from './service-result.ts';

const style = {
  errorPrefix: 'EventBridge',
  generalException: 'AmazonEventBridgeException',
  serviceName: 'AmazonCloudWatchEvents',
  kind: 'optimized',
  isBare: true,
} as const;

/** `arn:aws:states:::events:putEvents`. Source: developer guide, "Add EventBridge events with Step Functions". */
export const eventsPutEvents: Integration = {
  resourceType: 'events',
  resource: 'putEvents',
  patterns: ['request', 'token'],
  required: ['Entries'],
  call,
};

async function call(request: TaskRequest): Promise<TaskAnswer> {
  const { Entries, ...rest } = argumentsOf(request);
  const entries = Array.isArray(Entries)
    ? (Entries as readonly JsonValue[]).map((entry) => readEntry(request, entry))
    : [];
  const answer = await callService(
    request,
    {
      service: 'events',
      action: 'events:PutEvents',
      target: 'AWSEvents.PutEvents',
      input: { ...rest, Entries: entries },
    },
    style,
  );
  return answer.ok ? failedEntries(answer) : answer;
}

/** Detail may be an object; the machine and its execution are added to Resources. */
function readEntry({ executionArn }: TaskRequest, entry: JsonValue): JsonObject {
  const given = isJsonObject(entry) ? entry : {};
  const resources = Array.isArray(given.Resources) ? (given.Resources as readonly JsonValue[]) : [];
  const machineArn = executionArn.replace(':execution:', ':stateMachine:').replace(/:[^:]+$/, '');
  return { ...given, Detail: textOf(given.Detail), Resources: [...resources, machineArn, executionArn] };
}

/** An entry that was not taken fails the task. */
function failedEntries(answer: Extract<TaskAnswer, { ok: true }>): TaskAnswer {
  const { FailedEntryCount = 0 } = answer.output.value as { readonly FailedEntryCount?: number };
  return FailedEntryCount === 0
    ? answer
    : { ok: false, error: 'EventBridge.FailedEntry', cause: answer.output.text };
}
