import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  Certificate,
  type CertificateFacts,
  CertificatePdf,
} from '../../../workflows/listing-certificate/certificate.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import { committer, type GuardedWrite } from '../../shared/store/write.ts';
import { CERTIFICATE_CONDITION } from './certificate-condition.ts';
import { caseKey, certificateKey, credentialKey } from './certificate-key.ts';

/**
 * CertificateTable. Three items per certificate: the facts with status (public verification reads only this one), the signed
 * credential (an item of its own: both are large and an item holds 400 KB), and the case's pointer to its number.
 */
export interface CertificateStore {
  /**
   * Facts are written once, with the case's pointer. StaleReadError where the case has its certificate meanwhile: read
   * {@link numberOfCase} again.
   */
  putFacts(facts: CertificateFacts): GuardedWrite[];
  /** Marks it published, once, and only when it is signed and its PDF is stored. */
  publish(number: string, publishedAt: string): GuardedWrite;
  /** The certificate without its credential (see {@link credentialOf}), published or not. */
  read(number: string): Promise<Certificate | undefined>;
  numberOfCase(caseId: string): Promise<string | undefined>;
  credentialOf(number: string): Promise<string | undefined>;
  /** Stores the signed credential where there is none; answers the one that stands. */
  setCredentialIfAbsent(number: string, credentialJwt: string): Promise<string>;
  /** Stores where the PDF lies where that is not known; answers the one that stands. */
  setPdfIfAbsent(number: string, pdf: CertificatePdf): Promise<CertificatePdf>;
}

export function certificateStore(db: DynamoDBDocumentClient, tableName: string): CertificateStore {
  const get = async (key: Record<string, string>) =>
    (await db.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }))).Item;

  const credentialOf = async (number: string) => textOf((await get(credentialKey(number)))?.credentialJwt);

  return {
    credentialOf,
    putFacts: (facts) => putFacts(tableName, facts),
    publish: (number, publishedAt) => publish(tableName, number, publishedAt),

    async read(number) {
      const item = await get(certificateKey(number));
      return item && certificateOf(item);
    },

    async numberOfCase(caseId) {
      return textOf((await get(caseKey(caseId)))?.number);
    },

    async setCredentialIfAbsent(number, credentialJwt) {
      try {
        await committer(db)(setCredential(tableName, number, credentialJwt));
        return credentialJwt;
      } catch (error) {
        const standing = error instanceof AlreadySigned ? await credentialOf(number) : undefined;
        if (standing === undefined) throw error;
        return standing;
      }
    },

    async setPdfIfAbsent(number, pdf) {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName: tableName,
          Key: certificateKey(number),
          ConditionExpression: CERTIFICATE_CONDITION.exists,
          UpdateExpression: 'SET pdf = if_not_exists(pdf, :pdf)',
          ExpressionAttributeValues: { ':pdf': pdf },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return CertificatePdf.parse(Attributes?.pdf);
    },
  };
}

class AlreadySigned extends Error {}

function putFacts(tableName: string, facts: CertificateFacts): GuardedWrite[] {
  const { number, caseId } = facts;
  const once = { TableName: tableName, ConditionExpression: CERTIFICATE_CONDITION.absent };
  return [
    { write: { Put: { ...once, Item: { ...certificateKey(number), facts, status: 'valid' } } } },
    {
      write: { Put: { ...once, Item: { ...caseKey(caseId), number } } },
      otherwise: () => new StaleReadError(`certificate of case ${caseId}`),
    },
  ];
}

function setCredential(tableName: string, number: string, credentialJwt: string): GuardedWrite[] {
  const key = credentialKey(number);
  return [
    {
      write: {
        Put: {
          TableName: tableName,
          ConditionExpression: CERTIFICATE_CONDITION.absent,
          Item: { ...key, credentialJwt },
        },
      },
      otherwise: () => new AlreadySigned(),
    },
    {
      write: {
        Update: {
          TableName: tableName,
          Key: certificateKey(number),
          ConditionExpression: CERTIFICATE_CONDITION.exists,
          UpdateExpression: 'SET credentialSha256 = :sha256',
          ExpressionAttributeValues: { ':sha256': createHash('sha256').update(credentialJwt).digest('hex') },
        },
      },
    },
  ];
}

function publish(tableName: string, number: string, publishedAt: string): GuardedWrite {
  return {
    write: {
      Update: {
        TableName: tableName,
        Key: certificateKey(number),
        ConditionExpression: CERTIFICATE_CONDITION.readyAndUnpublished,
        UpdateExpression: 'SET publishedAt = :publishedAt',
        ExpressionAttributeValues: { ':publishedAt': publishedAt },
      },
    },
    otherwise: () =>
      new Error(`Certificate ${number} is not signed and rendered yet, or is published already`),
  };
}

function certificateOf(item: Record<string, unknown>): Certificate {
  const { pk: _pk, sk: _sk, ...certificate } = item;
  return Certificate.parse(certificate);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
