import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import type { Say } from '../../language.tsx';
import { COLUMN } from '../words.ts';
import { cellPointer, rowOf } from './grid.ts';
import { PARTY_LABELS } from './party-fields.tsx';

const PLACES: Readonly<Record<string, Bilingual>> = {
  ...PARTY_LABELS,
  '/programmeId': { zh: '资助项目', en: 'Programme' },
  '': { zh: '专利清单', en: 'Patents' },
};

/** What the place of a fault is called: a field, or a line and column of the table. */
export function placeName(pointer: string, say: Say): string | undefined {
  const row = rowOf(pointer);
  if (row === undefined) return PLACES[pointer] && say(PLACES[pointer]);
  const column = Object.entries(COLUMN).find(([field]) => cellPointer(row, field) === pointer)?.[1];
  const line = say({ zh: '第 {n} 行', en: 'Line {n}' }, { n: row + 1 });
  return column ? `${line} ${say(column)}` : line;
}
