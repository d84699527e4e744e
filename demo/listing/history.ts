import type { TimelineEntry } from '../../workflows/shared/case.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { printTable } from '../table.ts';
import { localTime, workingDayNumber } from '../working-time.ts';
import type { Chapter, Stage } from './stage.ts';

interface Happened {
  readonly chapter: Chapter;
  readonly caseNumber: string;
  readonly entry: TimelineEntry;
}

/** What happened when, as the platform's own audit tells the office: never what the demonstration believes it did. */
export class History {
  readonly #happened: Happened[] = [];
  readonly #seen = new Set<string>();

  /** Keeps what came about in a chapter. */
  async keep(chapter: Chapter, stage: Stage): Promise<void> {
    const office = await stage.as('office');
    for (const { caseId, caseNumber } of stage.cases) {
      const { body } = await office.get<{ items: TimelineEntry[] }>(`/v1/cases/${caseId}/timeline?limit=100`);
      for (const entry of body.items.filter(({ hash }) => !this.#seen.has(hash))) {
        this.#seen.add(entry.hash);
        this.#happened.push({ chapter, caseNumber, entry });
      }
    }
  }

  /** Chapter by chapter, in the order of time. */
  print(stage: Stage, begin: Date): void {
    const rows = [...Map.groupBy(this.#happened, ({ chapter }) => chapter)].flatMap(([chapter, entries]) => [
      [`— ${chapter.zh}  ${chapter.en} —`],
      ...entries
        .sort(({ entry: a }, { entry: b }) => Date.parse(a.at) - Date.parse(b.at) || a.sequence - b.sequence)
        .map(({ caseNumber, entry }) => [
          `${localTime(new Date(entry.at))}\n${workingDayNumber(begin, new Date(entry.at))}`,
          caseNumber,
          whoDid(entry),
          whatHappened(entry, stage),
        ]),
    ]);
    printTable(
      '什么时候发生了什么（北京时间；≈：其间有年度放假安排尚未公布） / What happened when',
      ['时间', '办件', '谁', '事项'],
      rows,
      { compact: true },
    );
  }
}

function whoDid({ by }: TimelineEntry): string {
  const { organisationName, personName, forPersonName } = by;
  if (!personName) return organisationName;
  return `${organisationName}\n${forPersonName ? `${personName}，代${forPersonName}` : personName}`;
}

function whatHappened({ text, by, details }: TimelineEntry, stage: Stage): string {
  const { departmentId, number, dueAt, reason, percent } = details;
  const isAbout = by.organisationKind !== 'department' && typeof departmentId === 'string';
  const about = isAbout ? stage.department(departmentId) : undefined;
  const due = typeof dueAt === 'string' ? localDateOf(new Date(dueAt)) : undefined;
  const passed = typeof percent === 'number' && percent;
  const zh = [about?.zh, number, passed && `时限已过${passed}%`, due && `${due} 到期`, reason]
    .filter(Boolean)
    .join('，');
  const en = [about?.en, number, passed && `${passed} % of the time is over`, due && `due ${due}`]
    .filter(Boolean)
    .join(', ');
  return `${text.zh}${zh && `：${zh}`}\n${text.en}${en && `: ${en}`}`;
}
