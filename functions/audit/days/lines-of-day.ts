import type { AuditLine } from '../../../workflows/shared/audit/export-line.ts';
import type { AuditStore } from '../../shared/store/audit-store.ts';

const PAGE = 500;

/** All lines of a day, page by page. */
export async function* linesOfDay(audit: AuditStore, day: string): AsyncGenerator<AuditLine> {
  let after: string | undefined = '';
  while (after !== undefined) {
    const { lines, next }: { lines: AuditLine[]; next?: string } = await audit.readDay(day, after, PAGE);
    yield* lines;
    after = next;
  }
}
