/** What is wrong with an audit trail, as a code. */
export type MisfitCode =
  | 'not-readable'
  | 'content-changed'
  | 'out-of-order'
  | 'link-broken'
  | 'entry-twice'
  | 'entry-missing'
  | 'entry-not-anchored'
  | 'heads-changed'
  | 'anchor-changed'
  | 'anchor-missing'
  | 'anchor-unknown';

/** The first thing that does not fit, and where. */
export interface Misfit {
  readonly code: MisfitCode;
  /** In words, for whoever looks for it. */
  readonly what: string;
  readonly caseId?: string;
  readonly sequence?: number;
  /** The day in Asia/Shanghai. */
  readonly day?: string;
  /** Line of the export, from 1. */
  readonly lineNumber?: number;
}

const WORDS: Readonly<Record<MisfitCode, string>> = {
  'not-readable': 'is not a line of an export',
  'content-changed': 'was changed: its hash is not that of its content',
  'out-of-order': 'does not stand in its place',
  'link-broken': 'does not follow the entry before it',
  'entry-twice': 'stands where another entry of the case stands already',
  'entry-missing': 'is missing',
  'entry-not-anchored': 'is not part of what the anchor of its day holds',
  'heads-changed': 'has other heads than its anchor was made of',
  'anchor-changed': 'has an anchor that was changed',
  'anchor-missing': 'has no anchor, and a later day has one',
  'anchor-unknown': 'has another anchor than the one that was kept elsewhere',
};

/** A misfit in words: `entry 4 of case lc-1 was changed: ...`. */
export function misfit(code: MisfitCode, where: Omit<Misfit, 'code' | 'what'>): Misfit {
  const { caseId, sequence, day, lineNumber } = where;
  const subject =
    caseId !== undefined
      ? `entry ${sequence} of case ${caseId}`
      : day !== undefined
        ? day
        : `line ${lineNumber}`;
  return { code, what: `${subject} ${WORDS[code]}`, ...where };
}
