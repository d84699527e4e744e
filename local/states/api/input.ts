import { maximumPayloadBytes, Payload } from '../payload.ts';
import { ApiError, errors } from './api-error.ts';

/** The input of an execution: JSON text, `{}` when absent. @throws ApiError InvalidExecutionInput, ValidationException */
export function readInput(text: string | undefined): Payload {
  if (text === undefined) return Payload.ofText('{}');
  checkLength('input', text);
  const problem = jsonProblem(text);
  if (problem === undefined) return Payload.ofText(text);
  throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${problem}'`);
}

/** The output of SendTaskSuccess. @throws ApiError InvalidOutput */
export function readOutput(text: string): Payload {
  checkLength('output', text);
  const problem = jsonProblem(text);
  if (problem === undefined) return Payload.ofText(text);
  throw new ApiError('InvalidOutput', `Invalid Output: '${problem}'`);
}

function checkLength(field: string, text: string): void {
  if (text.length * 3 <= maximumPayloadBytes || Buffer.byteLength(text) <= maximumPayloadBytes) return;
  throw errors.validation(
    `1 validation error detected: Value at '${field}' failed to satisfy constraint: Member must have length less than or equal to ${maximumPayloadBytes}`,
  );
}

/** Why the text is no JSON, in the words of AWS where they do not depend on its parser. */
function jsonProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Invalid execution input.';
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const token = /^\s*([A-Za-z_$][\w$]*)/.exec(text)?.[1];
    if (token !== undefined) {
      return `Unrecognized token '${token}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`;
    }
    const problem = error instanceof Error ? error.message : 'not JSON';
    return unquotedName(text, problem) ?? problem;
  }
}

function unquotedName(text: string, problem: string): string | undefined {
  const position = /^Expected (?:double-quoted )?property name.* at position (\d+)/.exec(problem)?.[1];
  const character = text[Number(position)];
  if (position === undefined || character === undefined) return undefined;
  return `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): was expecting double-quote to start field name`;
}
