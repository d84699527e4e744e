import type { Fault } from '../../shared/fault.ts';
import type { Programme } from '../programme.ts';
import { publishedVersions } from './published.ts';
import type { ProgrammeRecord } from './record.ts';

const WORDS = {
  'programme-id-differs': { zh: '项目编号与路径不一致', en: 'The programme is not the one of the path' },
  'version-differs': { zh: '版本号与路径不一致', en: 'The version is not the one of the path' },
  'effective-in-the-past': {
    zh: '生效日期早于今天：已受理的申请不受新版本约束',
    en: 'In effect before today: what was accepted already is not judged by a new version',
  },
  'effective-before-published': {
    zh: '生效日期不晚于已发布的版本',
    en: 'In effect no later than a version that is published already',
  },
} as const;

const fault = (pointer: string, code: keyof typeof WORDS): Fault => ({ pointer, code, ...WORDS[code] });

/** Whether a draft is the one of its path. */
export function draftFaults(programme: Programme, path: { programmeId: string; version: string }): Fault[] {
  return [
    ...(programme.programmeId === path.programmeId ? [] : [fault('/programmeId', 'programme-id-differs')]),
    ...(programme.version === path.version ? [] : [fault('/version', 'version-differs')]),
  ];
}

/** Whether a draft may be published today. */
export function publicationFaults(
  { effectiveOn }: Programme,
  record: ProgrammeRecord,
  todayOn: string,
): Fault[] {
  const last = publishedVersions(record).at(-1)?.effectiveOn ?? '';
  return [
    ...(effectiveOn < todayOn ? [fault('/effectiveOn', 'effective-in-the-past')] : []),
    ...(effectiveOn <= last ? [fault('/effectiveOn', 'effective-before-published')] : []),
  ];
}
