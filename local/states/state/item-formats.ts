import type { JsonObject, JsonValue } from '../../json.ts';
import type { ReaderConfig } from '../definition/machine.ts';

const delimiters: Readonly<Record<string, string>> = {
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  SPACE: ' ',
  TAB: '\t',
};

/** The items in an object's text: JSON (an array), JSONL or CSV. Source: developer guide, "ItemReader (Map)". */
export function parseItems(text: string, config: ReaderConfig): readonly JsonValue[] {
  const type = config.InputType ?? 'JSON';
  if (type === 'JSON') return parseArray(text);
  if (type === 'JSONL') return lines(text).map((line) => JSON.parse(line) as JsonValue);
  if (type === 'CSV') return parseCsv(text, config);
  throw new Error(`The InputType ${type} is not supported by this runtime`);
}

function parseArray(text: string): readonly JsonValue[] {
  const value = JSON.parse(text) as JsonValue;
  if (!Array.isArray(value)) throw new Error('Attempting to map over non-iterable node.');
  return value as readonly JsonValue[];
}

function lines(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

function parseCsv(text: string, config: ReaderConfig): readonly JsonObject[] {
  const rows = csvRows(text, delimiters[config.CSVDelimiter ?? 'COMMA'] ?? ',');
  const isFirstRow = config.CSVHeaderLocation !== 'GIVEN';
  const header = isFirstRow ? (rows[0] ?? []) : (config.CSVHeaders ?? []);
  return rows
    .slice(isFirstRow ? 1 : 0)
    .map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

/** RFC 4180: fields may be quoted, a doubled quote stands for one. */
function csvRows(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = (): void => {
    row.push(field);
    field = '';
  };
  const endRow = (): void => {
    endField();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted && char === '"' && text.charAt(at + 1) === '"') field += text.charAt(++at);
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) endField();
    else if (!quoted && char === '\n') endRow();
    else if (quoted || char !== '\r') field += char;
  }
  endRow();
  return rows;
}
