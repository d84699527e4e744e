import * as z from 'zod';

/** CloudEvents 1.0 in structured mode: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md */
export const CLOUD_EVENT_MEDIA_TYPE = 'application/cloudevents+json; charset=utf-8';

export const EVENT_TYPE = {
  /** A demand list of the institution. */
  list: 'cn.liangjiang.financing.list.v1',
  /** Asks an endpoint whether it is there and holds the key. */
  verification: 'cn.liangjiang.financing.endpoint-verification.v1',
  /** An institution answers a demand. Another type than ours, so that no message of ours, sent back, is an answer. */
  answer: 'cn.liangjiang.financing.answer.v1',
} as const;

/** A message between the platform and an institution. `id` is the webhook-id: the same over all attempts. */
export function cloudEvent<Data extends z.ZodType>(type: string, data: Data) {
  return z.strictObject({
    specversion: z.literal('1.0'),
    id: z.string().min(1),
    source: z.url(),
    type: z.literal(type),
    subject: z.string().min(1),
    time: z.iso.datetime({ offset: true }),
    datacontenttype: z.literal('application/json'),
    data,
  });
}

export const Challenge = z.strictObject({ challenge: z.string().min(16) });
export const VerificationEvent = cloudEvent(EVENT_TYPE.verification, Challenge);

/** What an endpoint answers to the verification: the challenge, signed by its key like a message (id, timestamp, challenge). */
export const VerificationAnswer = z.object({ signature: z.string().startsWith('v1,').max(200) });
