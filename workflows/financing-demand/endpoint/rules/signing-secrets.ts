import type { SigningSecret } from '../contract.ts';

/** The keys that sign a message now: the newest, and the one before it while it has not ended. Receivers accept either. */
export function activeSecrets(secrets: readonly SigningSecret[], now: Date): string[] {
  return secrets
    .filter(({ endsAt }) => endsAt === undefined || Date.parse(endsAt) > now.getTime())
    .map(({ secret }) => secret);
}

/** The keys after a rotation: `next` signs from now on, the present one until `endsAt`; an older one ends at once. */
export function rotated(
  secrets: readonly SigningSecret[],
  next: SigningSecret,
  endsAt: string,
): SigningSecret[] {
  const [present] = secrets;
  return present ? [next, { ...present, endsAt }] : [next];
}
