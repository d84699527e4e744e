import * as z from 'zod';
import { Bilingual } from '../bilingual.ts';
import { NotificationKind } from './event.ts';
import { Channel } from './outbox-row.ts';

/** The rule data of notifications, as it lies in seeds/notifications: each with version, first day and source. */
const VersionedRule = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
});

const Template = z.strictObject({ title: Bilingual, text: Bilingual });
export type Template = z.infer<typeof Template>;

const AudienceName = z.enum(['applicant', 'department', 'office', 'bank']);

/** What people are told, in the words of both languages; `{name}` stands for a value of the event (placeholders.ts). */
export const Templates = VersionedRule.extend({
  /** By which channels each audience is told. */
  channels: z.record(AudienceName, z.array(Channel).min(1)),
  /** Words for values that are codes. */
  words: z.record(z.string(), Bilingual),
  /** Under every mail. */
  footer: Bilingual,
  texts: z.record(NotificationKind, z.partialRecord(AudienceName, Template)),
});
export type Templates = z.infer<typeof Templates>;

/** The organisations that are told as such, with the mailbox that their officers share. */
export const Organisations = VersionedRule.extend({
  organisations: z.array(
    z.strictObject({ organisationId: z.string().min(1), name: Bilingual, mailbox: z.email().optional() }),
  ),
});
export type Organisations = z.infer<typeof Organisations>;

/** How long and how often a delivery is tried: the delay doubles from the first to the longest. */
export const DeliveryPolicy = VersionedRule.extend({
  firstDelaySeconds: z.int().positive(),
  longestDelaySeconds: z.int().positive(),
  maximumAttempts: z.int().positive(),
});
export type DeliveryPolicy = z.infer<typeof DeliveryPolicy>;

/** Seconds until the attempt after the `attempts`-th. */
export function retryDelaySeconds(
  {
    firstDelaySeconds,
    longestDelaySeconds,
  }: Pick<DeliveryPolicy, 'firstDelaySeconds' | 'longestDelaySeconds'>,
  attempts: number,
): number {
  return Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** (attempts - 1));
}
