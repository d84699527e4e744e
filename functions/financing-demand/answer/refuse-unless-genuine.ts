import { Webhook } from 'standardwebhooks';
import type { SigningSecret } from '../../../workflows/financing-demand/endpoint/contract.ts';
import { activeSecrets } from '../../../workflows/financing-demand/endpoint/rules/signing-secrets.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { SignedMessage } from '../../shared/signed-message.ts';
import { sameText } from '../endpoint/same-text.ts';

/** How far the sender's clock may be from ours: Standard Webhooks, on replay attacks. */
const TOLERANCE_SECONDS = 5 * 60;

/**
 * Whether one of the keys that are in force signed the very bytes that came, lately. Not by the library's verify(), which takes the time of
 * the machine. An institution without keys is answered as a wrong signature is. @throws RefusedError 401
 */
export function refuseUnlessGenuine(
  { id, timestampSeconds, signatures, body }: SignedMessage,
  secrets: readonly SigningSecret[],
  now: Date,
): void {
  if (Math.abs(now.getTime() / 1000 - timestampSeconds) > TOLERANCE_SECONDS) {
    throw new RefusedError({
      status: 401,
      code: 'message-out-of-time',
      zh: `webhook-timestamp 与平台时间相差超过 ${TOLERANCE_SECONDS} 秒`,
      en: `webhook-timestamp is more than ${TOLERANCE_SECONDS} seconds from the platform's time`,
      present: { platformSeconds: Math.floor(now.getTime() / 1000) },
    });
  }
  const at = new Date(timestampSeconds * 1000);
  const expected = activeSecrets(secrets, now).map((secret) => new Webhook(secret).sign(id, at, body));
  if (expected.some((one) => signatures.some((given) => sameText(one, given)))) return;
  throw new RefusedError({
    status: 401,
    code: 'message-not-genuine',
    zh: '签名不正确',
    en: 'No key of this institution made the signature',
  });
}
