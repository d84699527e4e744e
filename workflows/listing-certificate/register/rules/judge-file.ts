import type { RawLine } from '../columns.ts';
import type { LineFaults, RegisterRecord } from '../contract.ts';
import { cellFault } from './cell-fault.ts';
import { judgeLine, type LineContext } from './judge-line.ts';

export type JudgedFile =
  | { readonly ok: true; readonly records: readonly RegisterRecord[] }
  | { readonly ok: false; readonly lines: readonly LineFaults[] };

/**
 * Every record of a file, or every bad line with everything wrong in it: a file is taken whole or not at all. Two lines for the
 * same entity, field and document are a fault of the second.
 */
export function judgeFile(lines: readonly RawLine[], context: LineContext): JudgedFile {
  const records: RegisterRecord[] = [];
  const bad: LineFaults[] = [];
  const firstLineOf = new Map<string, number>();
  for (const raw of lines) {
    const judged = judgeLine(raw, context);
    if (!judged.ok) {
      bad.push({ line: raw.line, faults: [...judged.faults] });
      continue;
    }
    const key = recordKey(judged.record);
    const first = firstLineOf.get(key);
    if (first === undefined) {
      firstLineOf.set(key, raw.line);
      records.push(judged.record);
    } else {
      bad.push({ line: raw.line, faults: [cellFault('record-duplicate', 'documentNumber', `${first}`)] });
    }
  }
  return bad.length > 0 ? { ok: false, lines: bad } : { ok: true, records };
}

/** What names a record within a register. */
export function recordKey({ uscc, fieldId, documentNumber }: RegisterRecord): string {
  return `${uscc}#${fieldId}#${documentNumber}`;
}
