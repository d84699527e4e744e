import type { JsonObject, JsonValue } from '../../json.ts';
import type { ReaderConfig } from '../definition/machine.ts';
import { csvRows } from './csv.ts';

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
  if (new Set(header).size < header.length) throw new Error('CSV headers cannot contain duplicates.');
  return rows
    .slice(isFirstRow ? 1 : 0)
    .map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}
