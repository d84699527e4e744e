import * as z from 'zod';
import { Bilingual } from '../bilingual.ts';
import { NotificationKind } from './event.ts';

/** Ways to reach somebody. `city-message` is the city's own message service. */
export const Channel = z.enum(['inbox', 'mail', 'sms', 'city-message']);
export type Channel = z.infer<typeof Channel>;

/** Whom an event is told to. */
export const Recipient = z.strictObject({
  audience: z.enum(['applicant', 'department', 'office', 'bank']),
  /** USCC, id of a department, `office`. */
  organisationId: z.string().min(1),
  /** One person of the organisation; without it the organisation as a whole. */
  personId: z.string().min(1).optional(),
});
export type Recipient = z.infer<typeof Recipient>;

/** The facts of an event as they are kept. */
export const RecordedFacts = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type RecordedFacts = z.infer<typeof RecordedFacts>;

const Instant = z.iso.datetime({ offset: true });

/**
 * How the delivery to one recipient by one channel stands.
 *
 *     PENDING --told--> DELIVERED          NOT_CONFIGURED: this platform has no such channel
 *        `----too many attempts--> DEAD    NO_ADDRESS: nobody told us where to
 */
export const Delivery = z.strictObject({
  /** Index in `recipients`. */
  to: z.int().nonnegative(),
  channel: Channel,
  state: z.enum(['PENDING', 'DELIVERED', 'NOT_CONFIGURED', 'NO_ADDRESS', 'DEAD']),
  /** When it came to its state. */
  at: Instant.optional(),
  /** The channel's own id of what it took. */
  reference: z.string().optional(),
  /** Name of the last error. */
  error: z.string().optional(),
});
export type Delivery = z.infer<typeof Delivery>;

export const OutboxState = z.enum(['PENDING', 'DEAD', 'DONE']);
export type OutboxState = z.infer<typeof OutboxState>;

const Event = z.object({
  /** Stable over every attempt; holds the time, so that ids sort by it. */
  messageId: z.string().min(1),
  kind: NotificationKind,
  at: Instant,
  facts: RecordedFacts,
  recipients: z.array(Recipient).min(1),
  /** Empty until the relay saw it first. */
  deliveries: z.array(Delivery),
  state: OutboxState,
  attempts: z.int().nonnegative(),
  nextAttemptAt: Instant,
});
const OfCase = Event.extend({
  caseId: z.string().min(1),
  caseNumber: z.string().min(1),
  workflow: z.string().min(1),
  applicantName: z.string().min(1),
});
/** Of what an organisation keeps beside its cases: its endpoint, its staff list. */
const OfOrganisation = Event.extend({ organisationId: z.string().min(1) });

/** As its recipient reads it. */
const Titled = { title: Bilingual };

/** What the office sees of the outbox: to whom, by which channel, with what success. */
export const NotificationView = z.union([OfCase.extend(Titled), OfOrganisation.extend(Titled)]);
export type NotificationView = z.infer<typeof NotificationView>;

const Versioned = { version: z.int().positive() };
/** Where its own chain of audit entries ends; that of a case stands in the case. */
const Audited = {
  auditHead: z.strictObject({ sequence: z.int().positive(), hash: z.string() }).optional(),
};

/** An outbox row of no case. */
export const OrganisationRow = OfOrganisation.extend({ ...Versioned, ...Audited });
export type OrganisationRow = z.infer<typeof OrganisationRow>;

/** One event to tell of, written in the transaction that caused it; the relay delivers it and notes what became of it. */
export const OutboxRow = z.union([OfCase.extend(Versioned), OrganisationRow]);
export type OutboxRow = z.infer<typeof OutboxRow>;

/** The chain of audit entries about a message of no case: it is exported and verified like that of a case. */
export function messageChainId(messageId: string): string {
  return `message-${messageId}`;
}
