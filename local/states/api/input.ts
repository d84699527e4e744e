import { jsonProblem } from '../json-problem.ts';
import { maximumPayloadBytes, Payload } from '../payload.ts';
import { ApiError, errors } from './api-error.ts';

/** Source: API reference, SendTaskFailure and StopExecution, error and cause. */
export const longestError = 256;
export const longestCause = 32_768;

/** The input of an execution: JSON text, `{}` when absent. @throws ApiError InvalidExecutionInput, ValidationException */
export function readInput(text: string | undefined): Payload {
  if (text === undefined) return Payload.ofText('{}');
  checkLength('input', text);
  const problem = problemOf(text);
  if (problem === undefined) return Payload.ofText(text);
  throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${problem}'`);
}

/** The output of SendTaskSuccess. @throws ApiError InvalidOutput */
export function readOutput(text: string): Payload {
  checkLength('output', text);
  const problem = problemOf(text);
  if (problem === undefined) return Payload.ofText(text);
  throw new ApiError('InvalidOutput', `Invalid Output: '${problem}'`);
}

function problemOf(text: string): string | undefined {
  return text.trim() === '' ? 'Invalid execution input.' : jsonProblem(text)?.message;
}

function checkLength(field: string, text: string): void {
  if (text.length * 3 <= maximumPayloadBytes || Buffer.byteLength(text) <= maximumPayloadBytes) return;
  throw errors.validation(
    `1 validation error detected: Value at '${field}' failed to satisfy constraint: Member must have length less than or equal to ${maximumPayloadBytes}`,
  );
}
