import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** Of a row of CertificateTable what is asked here. */
const IssuedRow = z.object({
  facts: z.object({ issuedAt: z.iso.datetime({ offset: true }) }),
  standing: z.object({ status: z.string() }),
});

/** Listing compliance certificates, as the platform issued them. */
export interface IssuedCertificates {
  /** When it was issued; undefined where it does not stand as valid now. */
  validSince(number: string): Promise<string | undefined>;
}

export function issuedCertificates(db: DynamoDBDocumentClient, TableName: string): IssuedCertificates {
  return {
    async validSince(number) {
      const Key = { pk: `CERTIFICATE#${number}`, sk: 'FACTS' };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const row = Item && IssuedRow.parse(Item);
      return row?.standing.status === 'valid' ? row.facts.issuedAt : undefined;
    },
  };
}
