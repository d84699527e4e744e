import type { StatusPurpose } from '../../../workflows/listing-certificate/rules/credential-status.ts';
import {
  STATUS_LIST_TTL_MS,
  statusListCredential,
} from '../../../workflows/listing-certificate/rules/status-list-credential.ts';
import type { SigningKey } from '../../shared/client/signing-key.ts';
import { CREDENTIAL_HEADER } from '../../shared/credential-header.ts';
import { REPORT_FORM } from '../report/report-form.ts';

interface List {
  readonly purpose: StatusPurpose;
  readonly list: string;
  /** The statuses, two bits each. */
  readonly bits: Uint8Array;
  readonly now: Date;
}

export interface SignedStatusLists {
  sign(list: List): Promise<string>;
}

/**
 * Signs status lists, and hands out the same signature again for as long as nothing changed in the list and a verifier might
 * have kept it: so many may ask without the key being asked each time.
 */
export function signedStatusLists(
  key: Pick<SigningKey, 'signJwt'>,
  publicBaseUrl: string,
): SignedStatusLists {
  const kept = new Map<string, { bits: Uint8Array; at: number; jwt: string }>();
  return {
    async sign(asked) {
      const { purpose, list, bits, now } = asked;
      const id = `${purpose}-${list}`;
      const last = kept.get(id);
      const age = last === undefined ? Number.POSITIVE_INFINITY : now.getTime() - last.at;
      if (last && age >= 0 && age < STATUS_LIST_TTL_MS && Buffer.compare(last.bits, bits) === 0)
        return last.jwt;
      const jwt = await key.signJwt(
        CREDENTIAL_HEADER,
        statusListCredential(asked, REPORT_FORM, publicBaseUrl),
      );
      kept.set(id, { bits, at: now.getTime(), jwt });
      return jwt;
    },
  };
}
