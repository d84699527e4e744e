import { randomInt } from 'node:crypto';
import type { CertificateFacts } from '../../../workflows/listing-certificate/certificate.ts';
import { statusPlaceOf } from '../../../workflows/listing-certificate/rules/status-list.ts';
import { localDateOf, localInstant } from '../../../workflows/shared/working-days.ts';
import type { Services } from '../../shared/services.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { certificateSequence } from './certificate-sequence.ts';

interface Numbered
  extends Pick<CertificateFacts, 'number' | 'verificationCode' | 'issuedAt' | 'statusPlace'> {
  /** Belongs into the transaction that uses the number. */
  readonly take: GuardedWrite;
}

/** The next number of the year, `LJHG-2026-000123`, with the code of its paper and its place in the status lists. */
export async function nextCertificateNumber(numbers: Services['numbers'], now: Date): Promise<Numbered> {
  const year = localDateOf(now).slice(0, 4);
  const { value, take } = await numbers.next(certificateSequence(year));
  return {
    number: `LJHG-${year}-${String(value).padStart(6, '0')}`,
    verificationCode: verificationCode(),
    issuedAt: localInstant(now),
    statusPlace: statusPlaceOf(year, value),
    take,
  };
}

/** Digits and capitals without I, L, O and U, which are misread or make words (as Crockford's base 32). */
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve random characters, 60 bits, in groups of four: `K7QM-3XRT-9PWD`. */
function verificationCode(): string {
  const group = () =>
    Array.from({ length: 4 }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join('');
  return [group(), group(), group()].join('-');
}
