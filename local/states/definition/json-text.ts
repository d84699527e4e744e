import type { JsonValue } from '../../json.ts';
import { jsonProblem } from '../json-problem.ts';
import type { Findings } from './diagnostic.ts';

/** The JSON of a definition, or undefined with the finding that AWS gives: text without JSON, or where it breaks. */
export function readJson(text: string, findings: Findings): JsonValue | undefined {
  if (text.trim() === '') {
    findings.add('SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object');
    return undefined;
  }
  const problem = jsonProblem(text);
  if (problem === undefined) return JSON.parse(text);
  const place = `[Source: (String)"${shorten(text)}"; ${lineAndColumn(text, problem.position)}]`;
  findings.add('INVALID_JSON_DESCRIPTION', `${problem.message}\n at ${place}`, place);
  return undefined;
}

const SHOWN = 500;

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}"[truncated ${text.length - SHOWN} chars]`;
}

function lineAndColumn(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `line: ${lines.length}, column: ${(lines.at(-1)?.length ?? 0) + 1}`;
}
