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
    return {
      ok: false,
      errorType: isDenied ? 'Lambda.AWSLambdaException' : 'Lambda.Unknown',
      errorMessage: isDenied ? serviceMessage(errorMessage) : errorMessage,
    };
  }
}

/** As the SDK that Step Functions uses words a refusal. */
function serviceMessage(message: string): string {
  return `${message} (Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; Request ID: ${randomUUID()}; Proxy: null)`;
}

/** A function's error carries its payload as the cause, a service's error its message. */
export function failureOf(result: Extract<FunctionResult, { ok: false }>): TaskAnswer {
  return { ok: false, error: result.errorType, cause: result.payload ?? causeText(result) };
}

function causeText({ errorType, errorMessage }: Extract<FunctionResult, { ok: false }>): string {
  return errorType.startsWith('Lambda.') ? errorMessage : JSON.stringify({ errorMessage, errorType });
}

/** A handler's answer is JSON; one that is none travels as a string. */
export function payloadOf(text: string): Payload {
  if (text === '') return Payload.ofValue(null);
  try {
    const value = JSON.parse(text) as JsonValue;
    return Payload.ofText(text.length === 0 ? 'null' : JSON.stringify(value));
  } catch {
    return Payload.ofValue(text);
  }
}
