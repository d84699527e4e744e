import type { Certificate } from '../../../workflows/listing-certificate/certificate.ts';
import type { CertificateStanding } from '../../../workflows/listing-certificate/certificate-standing.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { CERTIFICATE_CONDITION } from './certificate-condition.ts';
import { certificateKey } from './certificate-key.ts';

/** From how a certificate was read to how it stands next. */
export interface StandingChange {
  readonly read: Certificate;
  readonly next: CertificateStanding;
  /** Where it is published in the same moment. */
  readonly publishedAt?: string;
}

/** The certificate's own row, on condition that nobody changed how it stands since it was read. */
export function changeStanding(
  TableName: string,
  { read: { facts, standing }, next, publishedAt }: StandingChange,
): GuardedWrite {
  const publish = publishedAt !== undefined;
  const { standingUnchanged, readyAndUnpublished } = CERTIFICATE_CONDITION;
  return {
    write: {
      Update: {
        TableName,
        Key: certificateKey(facts.number),
        ConditionExpression: publish ? `${standingUnchanged} AND ${readyAndUnpublished}` : standingUnchanged,
        UpdateExpression: `SET standing = :next${publish ? ', publishedAt = :publishedAt' : ''}`,
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: {
          ':next': next,
          ':readVersion': standing.version,
          ...(publish ? { ':publishedAt': publishedAt } : {}),
        },
      },
    },
    otherwise: () => new StaleReadError(`certificate ${facts.number}`),
  };
}
