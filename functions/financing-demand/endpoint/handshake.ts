import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { EVENT_TYPE, VerificationAnswer } from '../../../workflows/financing-demand/delivery/cloud-event.ts';
import type { KeptEndpoint } from '../../../workflows/financing-demand/endpoint/contract.ts';
import { activeSecrets } from '../../../workflows/financing-demand/endpoint/rules/signing-secrets.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { WebhookClient } from '../client/webhook-client.ts';
import { signedHeaders } from '../delivery/signed-headers.ts';
import { sameText } from './same-text.ts';

export interface HandshakeServices {
  readonly webhooks: WebhookClient;
  readonly publicBaseUrl: string;
  readonly now: () => Date;
}

/**
 * Sends a challenge, signed like every message, and wants its signature back: whoever answers holds the key. Says what was wrong, in
 * a word for programs; undefined where nothing was.
 */
export async function shakeHands(
  { institutionId, url, secrets }: KeptEndpoint,
  { webhooks, publicBaseUrl, now }: HandshakeServices,
): Promise<string | undefined> {
  const at = now();
  const challenge = randomBytes(32).toString('base64url');
  const id = `verification-${institutionId}-${randomBytes(8).toString('hex')}`;
  const body = JSON.stringify({
    specversion: '1.0',
    id,
    source: publicBaseUrl,
    type: EVENT_TYPE.verification,
    subject: `institutions/${institutionId}/endpoint`,
    time: localInstant(at),
    datacontenttype: 'application/json',
    data: { challenge },
  });
  const keys = activeSecrets(secrets, at);
  const reply = await webhooks.post(url, signedHeaders(id, at, body, keys), body);
  if (reply.status === undefined) return reply.failure ?? 'no-answer';
  if (reply.status !== 200) return `status-${reply.status}`;
  const answer = VerificationAnswer.safeParse(parsed(reply.body));
  if (!answer.success) return 'answer-unreadable';
  const expected = keys.map((key) => new Webhook(key).sign(id, at, challenge));
  return expected.some((one) => sameText(one, answer.data.signature)) ? undefined : 'signature-wrong';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
