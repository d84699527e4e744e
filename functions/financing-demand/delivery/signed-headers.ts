import { Webhook } from 'standardwebhooks';
import { CLOUD_EVENT_MEDIA_TYPE } from '../../../workflows/financing-demand/delivery/cloud-event.ts';

/**
 * The headers of a message by Standard Webhooks: one signature for each key, so that a receiver that has only the old or only the new
 * key accepts it. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signedHeaders(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Record<string, string> {
  return {
    'content-type': CLOUD_EVENT_MEDIA_TYPE,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
