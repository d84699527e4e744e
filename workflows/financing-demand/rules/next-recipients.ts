import type { MatchingRules } from '../catalogue.ts';
import type { DemandDetail } from '../contract.ts';
import type { Institution } from '../institution.ts';
import type { Match } from '../match.ts';

interface RoundContext {
  readonly institutions: readonly Institution[];
  readonly rules: Pick<MatchingRules, 'firstRoundClasses'>;
  /** How many may be chosen. */
  readonly room: number;
  /** They join the present round: one of banks stays one of banks. */
  readonly samePresentRound?: boolean;
}

/**
 * Whom to send a demand to next: eligible institutions in the order of match that were not sent it yet. The classes of the first round
 * come before the others (guarantee companies), which are asked once the former are used up.
 */
export function nextRecipients(
  { recipients }: Pick<DemandDetail, 'recipients'>,
  matches: readonly Match[],
  { institutions, rules: { firstRoundClasses }, room, samePresentRound = false }: RoundContext,
): string[] {
  const asked = new Set(recipients.map(({ institutionId }) => institutionId));
  const first = new Set(
    institutions.filter((one) => firstRoundClasses.includes(one.class)).map((one) => one.institutionId),
  );
  const left = matches.filter((one) => one.eligible && !asked.has(one.institutionId));
  const preferred = left.filter(({ institutionId }) => first.has(institutionId));
  const round = roundOf({ recipients });
  const joinsFirst =
    samePresentRound && recipients.some((one) => one.round === round && first.has(one.institutionId));
  const chosen = preferred.length > 0 || joinsFirst ? preferred : left;
  return chosen.slice(0, Math.max(room, 0)).map(({ institutionId }) => institutionId);
}

/** The round a demand is in: 1 before anybody was sent it. */
export function roundOf({ recipients }: Pick<DemandDetail, 'recipients'>): number {
  return Math.max(1, ...recipients.map(({ round }) => round));
}

/** How many more its present round may have. */
export function roomLeft(
  { recipients }: Pick<DemandDetail, 'recipients'>,
  { roundSize }: Pick<MatchingRules, 'roundSize'>,
): number {
  const round = roundOf({ recipients });
  return roundSize - recipients.filter((one) => one.round === round && !one.withoutConsentSince).length;
}

/** One transaction tells all of a demand's institutions that it is over. */
const MOST_RECIPIENTS = 80;

/** How many another round may have. */
export function roomOfRound(
  { recipients }: Pick<DemandDetail, 'recipients'>,
  { roundSize }: Pick<MatchingRules, 'roundSize'>,
): number {
  return Math.min(roundSize, MOST_RECIPIENTS - recipients.length);
}
