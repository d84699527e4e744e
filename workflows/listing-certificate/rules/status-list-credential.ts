import { BASE_CONTEXT, languageMap } from '../../shared/verifiable-credential.ts';
import type { ReportForm } from '../report-form.ts';
import { STATUS_MESSAGES, type StatusPurpose, statusListUrl } from './credential-status.ts';
import { encodedList } from './encoded-list.ts';
import { revocationBits, STATUS_BITS } from './status-list.ts';

/** How long a verifier may keep a list, and how long one is good at the most. */
export const STATUS_LIST_TTL_MS = 60_000;
const VALID_MS = 24 * 60 * 60 * 1000;

interface StatusList {
  readonly purpose: StatusPurpose;
  readonly list: string;
  /** The statuses of the list, two bits each. */
  readonly bits: Uint8Array;
  readonly now: Date;
}

/** The list of one purpose as credential (W3C Bitstring Status List 1.0, section 2.2). */
export function statusListCredential(
  { purpose, list, bits, now }: StatusList,
  form: ReportForm,
  publicBaseUrl: string,
) {
  const id = statusListUrl(publicBaseUrl, purpose, list);
  return {
    '@context': [BASE_CONTEXT],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: publicBaseUrl, name: languageMap(form.issuer) },
    validFrom: now.toISOString(),
    validUntil: new Date(now.getTime() + VALID_MS).toISOString(),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      ttl: STATUS_LIST_TTL_MS,
      encodedList: encodedList(purpose === 'revocation' ? revocationBits(bits) : bits),
      ...(purpose === 'message' ? { statusSize: STATUS_BITS, statusMessage: STATUS_MESSAGES } : {}),
    },
  };
}
