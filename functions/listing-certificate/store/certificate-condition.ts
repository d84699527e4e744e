/** Every condition CertificateTable is written under, by name. */
export const CERTIFICATE_CONDITION = {
  /** Written once: a number, a case's pointer and a credential are never overwritten. */
  absent: 'attribute_not_exists(pk)',
  /** An update must never create a certificate out of nothing. */
  exists: 'attribute_exists(pk)',
  /** The public finds a certificate only when it is whole: facts, credential and PDF. */
  readyAndUnpublished:
    'attribute_exists(credentialSha256) AND attribute_exists(pdf) AND attribute_not_exists(publishedAt)',
  /** Nobody changed how the certificate stands since it was read. */
  standingUnchanged: 'standing.#version = :readVersion',
  /** Nobody changed this part of the status list since it was read. */
  shardUnchanged: '#bits = :readBits',
  /** The case still shows the report it showed when it was read. */
  showsThisNumber: '#number = :readNumber',
} as const;
