import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { isJsonObject, type JsonValue } from '../../json.ts';
import type { Service } from '../../service.ts';

/** A call of the Step Functions API by its name. */
export type CallApi = (action: string, input: object) => Promise<JsonValue>;

/** The error of an API call, by its AWS name. */
class ApiError extends Error {
  readonly answer: JsonValue;

  constructor(name: string, answer: JsonValue) {
    super(`${name}: ${JSON.stringify(answer)}`);
    this.name = name;
    this.answer = answer;
  }
}

/** The API of an engine in this process, by its JSON protocol. */
export function apiOf(states: Service): CallApi {
  return (action, input) => request(states, action, input);
}

async function request(states: Service, action: string, input: object): Promise<JsonValue> {
  const response = await states.handle({
    caller: { kind: 'engineer' },
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${action}` },
    body: Buffer.from(JSON.stringify(input)),
  });
  const text = String(response.body ?? '');
  const answer: JsonValue = text === '' ? {} : JSON.parse(text);
  if (response.status >= 400) throw new ApiError(`${action} ${fieldOf(answer, '__type')}`, answer);
  return answer;
}

/** Every event of an execution. */
export async function readHistory(executionArn: string, callApi: CallApi): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let nextToken: JsonValue | undefined;
  do {
    const page = await callApi('GetExecutionHistory', { executionArn, maxResults: 1000, nextToken });
    if (!isJsonObject(page)) throw new Error('a history comes in pages');
    // The JSON protocol's members are those of the SDK's type, but for the instants, which nobody looks at here.
    events.push(...(page.events as unknown as HistoryEvent[]));
    nextToken = page.nextToken;
  } while (nextToken !== undefined && nextToken !== null);
  return events;
}

/** A field of an answer, as text. */
export function fieldOf(value: JsonValue, field: string): string {
  return isJsonObject(value) ? String(value[field]) : '';
}
