import { randomUUID } from 'node:crypto';
import type { JsonValue } from '../../json.ts';
import type { Caller, FunctionResult } from '../../service.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { Payload } from '../payload.ts';
import type { TaskAnswer } from './integration.ts';

/** Calls a function; an error of the function or of the Lambda service becomes the task's error. */
export async function invokeFunction(
  engine: EngineContext,
  caller: Caller,
  functionName: string,
  input: Payload,
): Promise<FunctionResult> {
  try {
    return await engine.invoker.invoke({ caller, functionName, payload: input.text });
  } catch (error) {
    const errorMessage = error instanceof Error ? error.message : String(error);
    const isDenied = error instanceof Error && error.name === 'AccessDeniedException';
    return { ok: false, errorType: isDenied ? denied : 'Lambda.Unknown', errorMessage };
  }
}

/** Step Functions has no name of its own for a refusal. */
const denied = 'Lambda.AWSLambdaException';

/** HTTP status and code of the Lambda service's errors. Source: API reference of Lambda, Invoke, "Errors". */
const serviceErrors: Readonly<Record<string, readonly [number, string]>> = {
  [denied]: [403, 'AccessDeniedException'],
  'Lambda.ResourceNotFoundException': [404, 'ResourceNotFoundException'],
  'Lambda.TooManyRequestsException': [429, 'TooManyRequestsException'],
};

/** A function's error carries its payload as the cause, a service's error its message. */
export function failureOf(result: Extract<FunctionResult, { ok: false }>): TaskAnswer {
  return { ok: false, error: result.errorType, cause: result.payload ?? causeText(result) };
}

/** An error of the service is worded by the SDK that Step Functions uses. */
function causeText({ errorType, errorMessage }: Extract<FunctionResult, { ok: false }>): string {
  const [status, code] = serviceErrors[errorType] ?? [];
  if (code !== undefined) {
    return `${errorMessage} (Service: AWSLambda; Status Code: ${status}; Error Code: ${code}; Request ID: ${randomUUID()}; Proxy: null)`;
  }
  return errorType.startsWith('Lambda.') ? errorMessage : JSON.stringify({ errorMessage, errorType });
}

/** A handler's answer is JSON; one that is none travels as a string. */
export function payloadOf(text: string): Payload {
  if (text === '') return Payload.ofValue(null);
  try {
    const value = JSON.parse(text) as JsonValue;
    return Payload.ofText(JSON.stringify(value));
  } catch {
    return Payload.ofValue(text);
  }
}
