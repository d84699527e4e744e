import { createHash } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import {
  Certificate,
  type CertificateFacts,
  type CertificatePdf,
} from '../../../workflows/listing-certificate/certificate.ts';
import { CERTIFICATE_CONDITION } from './certificate-condition.ts';
import { caseKey, certificateKey, credentialKey } from './certificate-key.ts';

/** One write of a transaction; the caller composes several stores' items into one atomic write. */
export type WriteItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * CertificateTable. Three items per certificate: the facts with status (public verification reads only this one), the signed
 * credential (an item of its own: both are large and an item holds 400 KB), and the case's pointer to its number.
 */
export interface CertificateStore {
  /** Facts are written once: fails the transaction where the number is taken or the case has a certificate. Two items. */
  putFacts(facts: CertificateFacts): WriteItem[];
  /** Marks it published, once, and only when it is signed and its PDF is stored. One item. */
  publish(number: string, publishedAt: string): WriteItem;
  /** The certificate without its credential (see {@link credentialOf}), published or not. */
  read(number: string): Promise<Certificate | undefined>;
  numberOfCase(caseId: string): Promise<string | undefined>;
  credentialOf(number: string): Promise<string | undefined>;
  /** Stores the signed credential where there is none; answers the one that stands. */
  setCredentialIfAbsent(number: string, credentialJwt: string): Promise<string>;
  /** Stores where the PDF lies where that is not known; answers the one that stands. */
  setPdfIfAbsent(number: string, pdf: CertificatePdf): Promise<CertificatePdf>;
}

export function certificateStore(documents: DynamoDBDocumentClient, tableName: string): CertificateStore {
  const get = async (key: Record<string, string>) =>
    (await documents.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }))).Item;

  const read = async (number: string): Promise<Certificate | undefined> => {
    const item = await get(certificateKey(number));
    return item && certificateOf(item);
  };

  const credentialOf = async (number: string): Promise<string | undefined> => {
    const item = await get(credentialKey(number));
    return typeof item?.credentialJwt === 'string' ? item.credentialJwt : undefined;
  };

  return {
    read,
    credentialOf,
    putFacts: (facts) => putFacts(tableName, facts),
    publish: (number, publishedAt) => publish(tableName, number, publishedAt),

    async numberOfCase(caseId) {
      const item = await get(caseKey(caseId));
      return typeof item?.number === 'string' ? item.number : undefined;
    },

    async setCredentialIfAbsent(number, credentialJwt) {
      const items = setCredential(tableName, number, credentialJwt);
      try {
        await documents.send(new TransactWriteCommand({ TransactItems: items }));
        return credentialJwt;
      } catch (error) {
        const standing = lostAgainstCondition(error) ? await credentialOf(number) : undefined;
        if (standing === undefined) throw error;
        return standing;
      }
    },

    async setPdfIfAbsent(number, pdf) {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          TableName: tableName,
          Key: certificateKey(number),
          ConditionExpression: CERTIFICATE_CONDITION.exists,
          UpdateExpression: 'SET pdf = if_not_exists(pdf, :pdf)',
          ExpressionAttributeValues: { ':pdf': pdf },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Certificate.shape.pdf.unwrap().parse(Attributes?.pdf);
    },
  };
}

function putFacts(tableName: string, facts: CertificateFacts): WriteItem[] {
  const { number, caseId } = facts;
  const once = { TableName: tableName, ConditionExpression: CERTIFICATE_CONDITION.absent };
  return [
    { Put: { ...once, Item: { ...certificateKey(number), facts, status: 'valid' } } },
    { Put: { ...once, Item: { ...caseKey(caseId), number } } },
  ];
}

function setCredential(tableName: string, number: string, credentialJwt: string): WriteItem[] {
  return [
    {
      Put: {
        TableName: tableName,
        ConditionExpression: CERTIFICATE_CONDITION.absent,
        Item: { ...credentialKey(number), credentialJwt },
      },
    },
    {
      Update: {
        TableName: tableName,
        Key: certificateKey(number),
        ConditionExpression: CERTIFICATE_CONDITION.exists,
        UpdateExpression: 'SET credentialSha256 = :sha256',
        ExpressionAttributeValues: { ':sha256': createHash('sha256').update(credentialJwt).digest('hex') },
      },
    },
  ];
}

function publish(tableName: string, number: string, publishedAt: string): WriteItem {
  return {
    Update: {
      TableName: tableName,
      Key: certificateKey(number),
      ConditionExpression: CERTIFICATE_CONDITION.readyAndUnpublished,
      UpdateExpression: 'SET publishedAt = :publishedAt',
      ExpressionAttributeValues: { ':publishedAt': publishedAt },
    },
  };
}

function certificateOf(item: Record<string, unknown>): Certificate {
  const { pk: _pk, sk: _sk, ...certificate } = item;
  return Certificate.parse(certificate);
}

function lostAgainstCondition(error: unknown): boolean {
  return (
    error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some((reason) => reason.Code === 'ConditionalCheckFailed')
  );
}
