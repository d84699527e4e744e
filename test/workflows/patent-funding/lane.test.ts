import { describe, expect, it } from 'vitest';
import type { LadderEntry } from '../../../workflows/patent-funding/ladder.ts';
import { laneOf } from '../../../workflows/patent-funding/rules/lane.ts';
import { programme } from './samples.ts';

const entry = (variation: Partial<LadderEntry> = {}): LadderEntry => ({
  uscc: '91500112LJDEM0017W',
  level: 'specialised',
  fromOn: '2025-01-01',
  untilOn: '2025-12-31',
  ...variation,
});
const CHIP = ['H01L21/02'];
const OTHER = ['A01B1/00', 'B25B1/00'];

describe('the lane of an application', () => {
  it.each([
    ['fast on the first day on the ladder', [entry({ fromOn: '2025-06-01' })], [OTHER], 'fast'],
    ['fast on the last day on the ladder', [entry({ untilOn: '2025-06-01' })], [OTHER], 'fast'],
    ['ordinary a day later', [entry({ untilOn: '2025-05-31' })], [OTHER], 'ordinary'],
    ['fast where half of the patents are in key industries', [], [CHIP, OTHER], 'fast'],
    ['ordinary where fewer are', [], [CHIP, OTHER, OTHER], 'ordinary'],
    ['fast by a class that is not the main one', [], [['A01B1/00', 'B25J 9/16']], 'fast'],
    ['ordinary without classes', [], [[]], 'ordinary'],
  ] as const)('is %s', (_, ladder, ipcOfPatents, expected) => {
    const { lane, promisedWorkingDays } = laneOf({
      ladder,
      onDate: '2025-06-01',
      ipcOfPatents,
      programme: programme(),
    });
    expect([lane, promisedWorkingDays]).toEqual([expected, expected === 'fast' ? 3 : 10]);
  });

  it('tells every reason', () => {
    const { reasons } = laneOf({
      ladder: [entry()],
      onDate: '2025-06-01',
      ipcOfPatents: [CHIP],
      programme: programme(),
    });
    expect(reasons.map(({ zh }) => zh)).toEqual([
      '梯度培育：“专精特新”中小企业',
      '重点产业（集成电路）：1/1 件专利',
    ]);
  });
});
