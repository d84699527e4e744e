import type { Bilingual } from '../../shared/bilingual.ts';
import type { AssignedLane } from '../contract.ts';
import type { LadderEntry } from '../ladder.ts';
import type { KeyIndustry, LadderLevel, Programme } from '../programme.ts';

const LEVEL_WORDS: Readonly<Record<LadderLevel, Bilingual>> = {
  innovative: { zh: '创新型中小企业', en: 'innovative enterprise' },
  specialised: { zh: '“专精特新”中小企业', en: 'specialised and innovative enterprise' },
  'little-giant': { zh: '专精特新“小巨人”企业', en: 'little giant' },
  'single-champion': { zh: '制造业单项冠军企业', en: 'single champion' },
};

interface Applying {
  /** Places of the applicant on the ladder, at any time. */
  readonly ladder: readonly LadderEntry[];
  readonly onDate: string;
  /** IPC classes of each patent that passed, main class first. */
  readonly ipcOfPatents: readonly (readonly string[])[];
  readonly programme: Pick<Programme, 'fastLane' | 'promisedWorkingDays'>;
}

/** 快速通道: by the applicant's place on the ladder, or by the industries of its patents; every reason is told. */
export function laneOf({ ladder, onDate, ipcOfPatents, programme }: Applying): AssignedLane {
  const { fastLane, promisedWorkingDays } = programme;
  const levels = ladder
    .filter(({ fromOn, untilOn }) => fromOn <= onDate && onDate <= untilOn)
    .filter(({ level }) => fastLane.ladderLevels.includes(level));
  const reasons = [
    ...levels.map(({ level }) => ladderReason(level)),
    ...industryReason(ipcOfPatents, fastLane),
  ];
  if (reasons.length > 0) return { lane: 'fast', reasons, promisedWorkingDays: promisedWorkingDays.fast };
  return { lane: 'ordinary', reasons: [ORDINARY], promisedWorkingDays: promisedWorkingDays.ordinary };
}

const ORDINARY: Bilingual = {
  zh: '不在梯度培育库内，专利也未达到重点产业占比',
  en: 'Not on the ladder, and not enough of the patents are in key industries',
};

function ladderReason(level: LadderLevel): Bilingual {
  const { zh, en } = LEVEL_WORDS[level];
  return { zh: `梯度培育：${zh}`, en: `On the ladder: ${en}` };
}

function industryReason(
  ipcOfPatents: Applying['ipcOfPatents'],
  { keyIndustries, keyIndustryShareBasisPoints }: Programme['fastLane'],
): Bilingual[] {
  const industries = ipcOfPatents.map((ipc) => keyIndustries.find((industry) => isIn(industry, ipc)));
  const inside = industries.filter((industry) => industry !== undefined);
  const enough = inside.length * 10_000 >= ipcOfPatents.length * keyIndustryShareBasisPoints;
  if (inside.length === 0 || !enough) return [];
  const names = [...new Set(inside)].map(({ name }) => name);
  const share = `${inside.length}/${ipcOfPatents.length}`;
  return [
    {
      zh: `重点产业（${names.map(({ zh }) => zh).join('、')}）：${share} 件专利`,
      en: `Key industries (${names.map(({ en }) => en).join(', ')}): ${share} patents`,
    },
  ];
}

function isIn({ ipcPrefixes }: KeyIndustry, ipc: readonly string[]): boolean {
  return ipc.some((one) => ipcPrefixes.some((prefix) => one.replaceAll(' ', '').startsWith(prefix)));
}
