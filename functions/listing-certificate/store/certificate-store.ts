import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  Certificate,
  type CertificateFacts,
  CertificatePdf,
} from '../../../workflows/listing-certificate/certificate.ts';
import { firstStanding } from '../../../workflows/listing-certificate/rules/certificate-standing.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import { committer, type GuardedWrite } from '../../shared/store/write.ts';
import { CERTIFICATE_CONDITION } from './certificate-condition.ts';
import { caseKey, certificateKey, credentialKey } from './certificate-key.ts';
import { changeStanding, type StandingChange } from './certificate-standing-write.ts';
import { changeStatusList, readStatusList } from './status-list-store.ts';

/**
 * CertificateTable. Three items per certificate: the facts and how they stand (public verification reads only this one), the
 * signed credential (an item of its own: both are large and an item holds 400 KB), and the case's pointer to its number; beside
 * them the status lists.
 */
export interface CertificateStore {
  /**
   * Facts are written once, with the pointer of the case they were numbered for: their own unless told. StaleReadError where that
   * has its certificate meanwhile: read {@link numberOfCase} again.
   */
  putFacts(facts: CertificateFacts, numberedFor?: string): GuardedWrite[];
  /** Marks it published, once, and only when it is signed and its PDF is stored. */
  publish(number: string, publishedAt: string): GuardedWrite;
  /** How certificates stand next, in their own rows and in the status lists: all in one transaction. */
  changeStandings(changes: readonly StandingChange[]): Promise<GuardedWrite[]>;
  /** The case shows its corrected report instead. StaleReadError where it shows another meanwhile. */
  showInstead(caseId: string, change: { readonly from: string; readonly to: string }): GuardedWrite;
  /** The statuses of a list, two bits each. */
  statusList(list: string): Promise<Uint8Array>;
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
    putFacts: (facts, numberedFor = facts.caseId) => putFacts(tableName, facts, numberedFor),
    publish: (number, publishedAt) => publish(tableName, number, publishedAt),
    changeStandings: async (changes) => [
      ...changes.map((change) => changeStanding(tableName, change)),
      ...(await changeStatusList(db, tableName, changes.filter(changesStatus).map(statusChange))),
    ],
    showInstead: (caseId, change) => showInstead(tableName, caseId, change),
    statusList: (list) => readStatusList(db, tableName, list),

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

const changesStatus = ({ read, next }: StandingChange) => read.standing.status !== next.status;
const statusChange = ({ read, next }: StandingChange) => ({
  place: read.facts.statusPlace,
  status: next.status,
});

class AlreadySigned extends Error {}

function putFacts(tableName: string, facts: CertificateFacts, numberedFor: string): GuardedWrite[] {
  const { number } = facts;
  const once = { TableName: tableName, ConditionExpression: CERTIFICATE_CONDITION.absent };
  return [
    { write: { Put: { ...once, Item: { ...certificateKey(number), facts, standing: firstStanding() } } } },
    {
      write: { Put: { ...once, Item: { ...caseKey(numberedFor), number } } },
      otherwise: () => new StaleReadError(`certificate of case ${numberedFor}`),
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

function showInstead(
  tableName: string,
  caseId: string,
  { from, to }: { readonly from: string; readonly to: string },
): GuardedWrite {
  return {
    write: {
      Update: {
        TableName: tableName,
        Key: caseKey(caseId),
        ConditionExpression: CERTIFICATE_CONDITION.showsThisNumber,
        UpdateExpression: 'SET #number = :number',
        ExpressionAttributeNames: { '#number': 'number' },
        ExpressionAttributeValues: { ':readNumber': from, ':number': to },
      },
    },
    otherwise: () => new StaleReadError(`report of case ${caseId}`),
  };
}

function certificateOf(item: Record<string, unknown>): Certificate {
  const { pk: _pk, sk: _sk, ...certificate } = item;
  return Certificate.parse(certificate);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
