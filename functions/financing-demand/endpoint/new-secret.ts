import { randomBytes } from 'node:crypto';
import type { SigningSecret } from '../../../workflows/financing-demand/endpoint/contract.ts';

/** 32 bytes: Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

export function newSecret(createdAt: string): SigningSecret {
  return { secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`, createdAt };
}
