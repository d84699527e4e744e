import type { CertificateStatus } from '../certificate-standing.ts';
import { STATUS_BITS, type StatusPlace } from './status-list.ts';

/**
 * Two lists tell of one status. `revocation` answers the question of every verifier: may I rely on it? It is set, for good, once
 * the certificate is superseded or revoked. `message` says which of the four statuses it is; an objection is only told there,
 * because it takes no validity away.
 */
export const STATUS_PURPOSES = ['revocation', 'message'] as const;
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

/** What the values of the message list mean, as the specification writes them. */
export const STATUS_MESSAGES = [
  message('0x0', 'valid'),
  message('0x1', 'under-objection'),
  message('0x2', 'superseded'),
  message('0x3', 'revoked'),
];

function message(status: string, said: CertificateStatus) {
  return { status, message: said };
}

export const statusListUrl = (publicBaseUrl: string, purpose: StatusPurpose, list: string) =>
  `${publicBaseUrl}/v1/status-lists/${purpose}-${list}`;

/** Where a verifier finds the present status of a certificate (W3C Bitstring Status List 1.0, section 2.1). */
export function credentialStatus({ list, index }: StatusPlace, publicBaseUrl: string) {
  return STATUS_PURPOSES.map((purpose) => {
    const statusListCredential = statusListUrl(publicBaseUrl, purpose, list);
    return {
      id: `${statusListCredential}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(index),
      statusListCredential,
      ...(purpose === 'message' ? { statusSize: STATUS_BITS, statusMessage: STATUS_MESSAGES } : {}),
    };
  });
}
