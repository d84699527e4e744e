import { nextWake } from '../../../shared/deadline/milestone.ts';
import type { Deadline } from '../../../shared/deadline/task-clock.ts';
import type { Answer, AnswerStatus, GivenAnswer, Promised } from '../contract.ts';

type Kind = GivenAnswer['kind'];

/** What may be said next; `undefined` stands for a demand that was sent and not answered. */
export const MAY_FOLLOW: Readonly<Record<AnswerStatus | 'SENT', readonly Kind[]>> = {
  SENT: ['acknowledged', 'contacted', 'due-diligence', 'offer', 'refusal'],
  ACKNOWLEDGED: ['contacted', 'due-diligence', 'offer', 'refusal'],
  CONTACTED: ['due-diligence', 'offer', 'refusal'],
  DUE_DILIGENCE: ['offer', 'refusal'],
  OFFERED: ['offer', 'refusal'],
  REFUSED: [],
  ACCEPTED: ['drawn'],
  DRAWN: ['drawn'],
};

const BECOMES: Readonly<Record<Kind, AnswerStatus>> = {
  acknowledged: 'ACKNOWLEDGED',
  contacted: 'CONTACTED',
  'due-diligence': 'DUE_DILIGENCE',
  offer: 'OFFERED',
  refusal: 'REFUSED',
  drawn: 'DRAWN',
};

export function mayFollow(before: Answer | undefined, kind: Kind): boolean {
  return MAY_FOLLOW[before?.status ?? 'SENT'].includes(kind);
}

/** Who takes an order, and what is promised by it. */
export type Taker = Pick<Answer, 'demandId' | 'institutionId' | 'institutionName'> & {
  /** Deadlines counted from now; used where this is the first answer. */
  readonly deadlines: { readonly contact: Deadline; readonly decision: Deadline };
};

/** The answer after what was said; whoever says more than that the order is taken takes it thereby. */
export function nextAnswer(before: Answer | undefined, given: GivenAnswer, taker: Taker, at: string): Answer {
  const { deadlines, ...who } = taker;
  const start: Answer = before ?? {
    ...who,
    status: 'ACKNOWLEDGED',
    acknowledgedAt: at,
    draws: [],
    promises: deadlines,
    version: 0,
  };
  const contacted = given.kind !== 'acknowledged';
  const decided = given.kind === 'offer' || given.kind === 'refusal';
  const { wakeAt: _, ...rest } = start;
  const next: Answer = {
    ...rest,
    status: BECOMES[given.kind],
    ...(contacted && { contactedAt: start.contactedAt ?? at }),
    ...(decided && { decidedAt: start.decidedAt ?? at }),
    ...saidBy(given, rest, at),
    promises: {
      contact: contacted ? kept(start.promises.contact, at) : start.promises.contact,
      decision: decided ? kept(start.promises.decision, at) : start.promises.decision,
    },
    version: start.version + 1,
  };
  const wakeAt = wakeOf(next);
  return { ...next, ...(wakeAt === undefined ? {} : { wakeAt }) };
}

function saidBy(given: GivenAnswer, before: Answer, at: string): Partial<Answer> {
  switch (given.kind) {
    case 'offer': {
      const { kind: _, ...terms } = given;
      return { offer: { ...terms, offeredAt: at } };
    }
    case 'refusal':
      return { refusal: { reason: given.reason, text: given.text, refusedAt: at } };
    case 'drawn': {
      const draw = { amountFen: given.amountFen, drawnOn: given.drawnOn, reportedAt: at };
      return { draws: [...before.draws, draw] };
    }
    default:
      return {};
  }
}

const kept = (promised: Promised, at: string): Promised => ({ ...promised, keptAt: promised.keptAt ?? at });

/** When the next reminder or due date of a promise that is still open is to be seen to. */
export function wakeOf({ promises }: Pick<Answer, 'promises'>): string | undefined {
  const open = [promises.contact, promises.decision].filter(
    ({ keptAt, overdueAt }) => keptAt === undefined && overdueAt === undefined,
  );
  return open.map(nextWake).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
