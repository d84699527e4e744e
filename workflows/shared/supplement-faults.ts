import type { DeskRules } from './deadline/desk-rules.ts';
import { workingDaysFaults } from './deadline/time-faults.ts';
import type { Fault } from './fault.ts';
import { partFaults } from './part-faults.ts';
import type { SupplementItem } from './supplement.ts';

interface Asking {
  readonly items: readonly SupplementItem[];
  readonly workingDays: number;
}

/** Everything wrong with what a department asks of the applicant. */
export function supplementFaults(
  { items, workingDays }: Asking,
  openParts: readonly string[],
  { maximumItems, minimumWorkingDays, maximumWorkingDays }: DeskRules['supplement'],
): Fault[] {
  const tooMany: Fault[] =
    items.length > maximumItems
      ? [
          {
            pointer: '/items',
            code: 'items-too-many',
            zh: `最多 ${maximumItems} 项`,
            en: `At most ${maximumItems} items`,
          },
        ]
      : [];
  return [
    ...tooMany,
    ...items.flatMap(({ partIds = [] }, index) => partFaults(partIds, openParts, `/items/${index}/partIds`)),
    ...workingDaysFaults(workingDays, { minimum: minimumWorkingDays, maximum: maximumWorkingDays }),
  ];
}

/** The parts that cannot be answered without the supplement: those its items name, or all where one names none. */
export function partsWaiting(items: readonly SupplementItem[], openParts: readonly string[]): string[] {
  const everything = items.some(({ partIds = [] }) => partIds.length === 0);
  const named = new Set(items.flatMap(({ partIds = [] }) => partIds));
  return openParts.filter((partId) => everything || named.has(partId));
}
