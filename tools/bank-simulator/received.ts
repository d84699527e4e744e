import { Webhook } from 'standardwebhooks';

/** One request that the endpoint of a simulated institution got. */
export interface Received {
  readonly id: string;
  readonly at: Date;
  /** Whether one of its keys made the signature, and the time is within five minutes of its own. */
  readonly genuine: boolean;
  /** Whether the institution kept it: not while it is down, busy, gone or redirecting. */
  readonly taken: boolean;
  /** Whether it was kept before under the same id. */
  readonly repeated: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A message may come from a clock that is so far away: Standard Webhooks, section on replay. */
const TOLERANCE_SECONDS = 5 * 60;

/**
 * Whether a message is the platform's, as an institution has to find out. Not by the library's own verify(), which takes the time of
 * the machine: a simulated institution may live on a virtual clock or on a wrong one.
 */
export function isGenuine(
  { headers, body }: Pick<Received, 'headers' | 'body'>,
  secrets: readonly string[],
  now: Date,
): boolean {
  const id = headers['webhook-id'] ?? '';
  const seconds = Number(headers['webhook-timestamp']);
  if (id === '' || !Number.isSafeInteger(seconds)) return false;
  if (Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE_SECONDS) return false;
  const signatures = (headers['webhook-signature'] ?? '').split(' ');
  return secrets.some((secret) =>
    signatures.includes(new Webhook(secret).sign(id, new Date(seconds * 1000), body)),
  );
}
