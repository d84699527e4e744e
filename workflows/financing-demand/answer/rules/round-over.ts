import {
  addWorkingDays,
  endOfDay,
  localDateOf,
  type OfficialCalendar,
} from '../../../shared/working-days.ts';
import type { DemandDetail, Recipient } from '../../contract.ts';
import { roundOf } from '../../rules/next-recipients.ts';
import type { AnswerRules } from '../answer-rules.ts';
import type { Answer } from '../contract.ts';

type Rounds = Pick<DemandDetail, 'recipients' | 'acceptances' | 'ended' | 'exhaustedAt'>;

interface Context {
  readonly answers: readonly Pick<Answer, 'institutionId' | 'status'>[];
  readonly calendar: OfficialCalendar;
  readonly rules: Pick<AnswerRules, 'roundWorkingDays'>;
}

/**
 * Whether the institutions asked last have all refused, or their time is over, and nobody has offered: then the next ones are asked. A
 * demand that has an offer, was accepted in part, is over, or has nobody left to ask, has no next round.
 */
export function roundIsOver(detail: Rounds, context: Context, now: Date): boolean {
  const { answers } = context;
  if (detail.ended || detail.exhaustedAt || detail.acceptances?.length) return false;
  if (answers.some(({ status }) => status === 'OFFERED')) return false;
  const refused = new Set(
    answers.filter(({ status }) => status === 'REFUSED').map((one) => one.institutionId),
  );
  const waitingFor = membersOf(detail).filter(({ institutionId }) => !refused.has(institutionId));
  return waitingFor.length === 0 || now.getTime() >= Date.parse(roundEndsAt(detail, context));
}

/** When the time of the present round is over: so many working days after its last institution was sent the demand. */
export function roundEndsAt(
  detail: Pick<DemandDetail, 'recipients'>,
  { calendar, rules }: Pick<Context, 'calendar' | 'rules'>,
): string {
  const sent = membersOf(detail).map(({ sentAt }) => localDateOf(new Date(sentAt)));
  const last = sent.sort().at(-1);
  if (last === undefined) return new Date(0).toISOString();
  return endOfDay(addWorkingDays(calendar, last, rules.roundWorkingDays).dueOn);
}

/** Institutions of the present round that may still see the demand. */
function membersOf(detail: Pick<DemandDetail, 'recipients'>): Recipient[] {
  const round = roundOf(detail);
  return detail.recipients.filter((one) => one.round === round && !one.withoutConsentSince);
}
