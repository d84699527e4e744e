import * as z from 'zod';
import { Deadline } from '../../shared/deadline/task-clock.ts';

/** 机构答复: what an institution says to a demand it was sent, and what became of its offer. */

const Instant = z.iso.datetime({ offset: true });
const AmountFen = z.int().positive().max(100_000_000_000_000);

/**
 *     (sent) --> ACKNOWLEDGED --> CONTACTED --> DUE_DILIGENCE --> OFFERED --accepted by the enterprise--> ACCEPTED --> DRAWN
 *                     `----------------`--------------`--------------`---> REFUSED
 *
 * Steps may be left out, never taken back. An offer may be replaced until it is accepted.
 */
export const AnswerStatus = z.enum([
  'ACKNOWLEDGED',
  'CONTACTED',
  'DUE_DILIGENCE',
  'OFFERED',
  'REFUSED',
  'ACCEPTED',
  'DRAWN',
]);
export type AnswerStatus = z.infer<typeof AnswerStatus>;

const OfferTerms = z.strictObject({
  amountFen: AmountFen,
  /** Yearly, in basis points: 435 is 4.35 %. */
  rateBasisPoints: z.int().min(0).max(10_000),
  termMonths: z.int().positive().max(600),
  /** The last day on which the enterprise may accept it. */
  validUntilOn: z.iso.date(),
  conditions: z.string().min(1).max(1000).optional(),
});
const RefusalWords = z.strictObject({
  /** Code of seeds/financing-demand/answer-rules.json. */
  reason: z.string().min(1).max(64),
  /** The enterprise reads it. */
  text: z.string().min(1).max(1000),
});
const Drawing = z.strictObject({ amountFen: AmountFen, drawnOn: z.iso.date() });

/** What an institution may say. */
export const GivenAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('acknowledged') }),
  z.strictObject({ kind: z.literal('contacted') }),
  z.strictObject({ kind: z.literal('due-diligence') }),
  OfferTerms.extend({ kind: z.literal('offer') }),
  RefusalWords.extend({ kind: z.literal('refusal') }),
  Drawing.extend({ kind: z.literal('drawn') }),
]);
export type GivenAnswer = z.infer<typeof GivenAnswer>;

/** A promised time: until when, what it was counted from, which reminders went out. */
export const Promised = Deadline.extend({
  keptAt: Instant.optional(),
  /** Since when it is broken; a late answer still counts. */
  overdueAt: Instant.optional(),
});
export type Promised = z.infer<typeof Promised>;

export const Offer = OfferTerms.extend({ offeredAt: Instant });
export type Offer = z.infer<typeof Offer>;

/** How one institution stands to one demand. */
export const Answer = z.strictObject({
  demandId: z.string().min(1),
  institutionId: z.string().min(1),
  institutionName: z.string().min(1),
  status: AnswerStatus,
  acknowledgedAt: Instant,
  contactedAt: Instant.optional(),
  /** The first offer or the refusal. */
  decidedAt: Instant.optional(),
  offer: Offer.optional(),
  refusal: RefusalWords.extend({ refusedAt: Instant }).optional(),
  accepted: z.strictObject({ amountFen: AmountFen, at: Instant }).optional(),
  draws: z.array(Drawing.extend({ reportedAt: Instant })).max(100),
  promises: z.strictObject({ contact: Promised, decision: Promised }),
  /** When the next reminder or due date is to be seen to; absent where nothing is promised any more. */
  wakeAt: Instant.optional(),
  /** Number of changes. */
  version: z.int().positive(),
});
export type Answer = z.infer<typeof Answer>;
