import { kms } from '../aws/kms.ts';
import { setting } from '../config.ts';
import { type SigningKey, signingKey } from './signing-key.ts';

/** The one key of the platform, which every procedure signs its results by. */
export const platformKey = (): SigningKey => signingKey(kms(), setting('SIGNING_KEY_ID'));
