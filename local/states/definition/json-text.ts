import type { JsonValue } from '../../json.ts';
import type { Findings } from './diagnostic.ts';

/** The JSON of a definition, or undefined with the finding that AWS gives: text without JSON, or where it breaks. */
export function readJson(text: string, findings: Findings): JsonValue | undefined {
  if (text.trim() === '') {
    findings.add('SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object');
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const place = `[Source: (String)"${shorten(text)}"; ${lineAndColumn(text, problem)}]`;
    findings.add('INVALID_JSON_DESCRIPTION', `${problem}\n at ${place}`, place);
    return undefined;
  }
}

const SHOWN = 500;

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}"[truncated ${text.length - SHOWN} chars]`;
}

/** V8 names the position in most of its messages; at the end of the text it names none. */
function lineAndColumn(text: string, problem: string): string {
  const position = /position (\d+)/.exec(problem)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  const lines = before.split('\n');
  return `line: ${lines.length}, column: ${(lines.at(-1)?.length ?? 0) + 1}`;
}
