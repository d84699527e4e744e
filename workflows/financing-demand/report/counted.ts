import type { Answer, GivenAnswer } from '../answer/contract.ts';

/**
 * What the reports count, month by month, for the whole, each institution, industry and ladder level. Whoever writes an answer moves
 * the counters in the same transaction.
 */

/** What a demand is counted under beside the institution. */
export interface DemandScope {
  readonly industry: string;
  /** `none` where the enterprise is on no level. */
  readonly ladder: string;
}

export const SCOPE = {
  all: 'all',
  institution: (id: string) => `institution#${id}`,
  industry: (id: string) => `industry#${id}`,
  ladder: (id: string) => `ladder#${id}`,
} as const;

export type Counts = Readonly<Record<string, number>>;
const REFUSED_FOR = 'refused#';
const CONTACT_DAYS = 'contactDays#';
const DECISION_DAYS = 'decisionDays#';

/** The scopes a demand's own figures stand in. */
export const demandScopes = ({ industry, ladder }: DemandScope): string[] => [
  SCOPE.all,
  SCOPE.industry(industry),
  SCOPE.ladder(ladder),
];
export const answerScopes = (scope: DemandScope, institutionId: string): string[] => [
  ...demandScopes(scope),
  SCOPE.institution(institutionId),
];

/** A demand went out for the first time. */
export const countsOfSent = (amountFen: number): Counts => ({ demands: 1, wantedFen: amountFen });

interface Said {
  readonly before: Answer | undefined;
  readonly after: Answer;
  readonly given: GivenAnswer;
  /** Working days from the order to what was said. */
  readonly workingDays: number;
}

/** The counters an answer of one institution moves. */
export function countsOfAnswer({ before, after, given, workingDays }: Said): Counts {
  const firstContact = after.contactedAt !== undefined && before?.contactedAt === undefined;
  const firstDecision = after.decidedAt !== undefined && before?.decidedAt === undefined;
  return {
    ...(before === undefined && { acknowledged: 1 }),
    ...(firstContact && { contacted: 1, [`${CONTACT_DAYS}${workingDays}`]: 1 }),
    ...(firstDecision && { [`${DECISION_DAYS}${workingDays}`]: 1 }),
    ...(given.kind === 'offer' && {
      offeredFen: given.amountFen - (before?.offer?.amountFen ?? 0),
      ...(before?.offer ? {} : { offers: 1 }),
    }),
    ...(given.kind === 'refusal' && { refusals: 1, [REFUSED_FOR + given.reason]: 1 }),
    ...(given.kind === 'drawn' && {
      drawnFen: given.amountFen,
      ...(before?.draws.length ? {} : { drawn: 1 }),
    }),
  };
}

/** What it is for the demand, where no other institution has come so far: counted once for a demand. */
export function countsOfDemand(
  others: readonly Answer[],
  before: Answer | undefined,
  given: GivenAnswer,
): Counts {
  const all = before ? [...others, before] : others;
  return {
    ...(all.length === 0 && { takenUp: 1 }),
    ...(given.kind === 'offer' && !all.some(({ offer }) => offer) && { served: 1 }),
  };
}

/** How many took so many working days, of a counter with days in its name. */
export function daysOf(counts: Counts, of: 'contact' | 'decision'): Map<number, number> {
  return byName(counts, of === 'contact' ? CONTACT_DAYS : DECISION_DAYS, Number);
}

/** How many were refused for which reason. */
export const refusalsOf = (counts: Counts): Map<string, number> => byName(counts, REFUSED_FOR, String);

function byName<K>(counts: Counts, prefix: string, keyOf: (rest: string) => K): Map<K, number> {
  const found = Object.entries(counts).filter(([name]) => name.startsWith(prefix));
  return new Map(found.map(([name, count]) => [keyOf(name.slice(prefix.length)), count]));
}
