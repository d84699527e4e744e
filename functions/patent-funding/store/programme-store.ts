import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import { programmeOn, publishedVersions } from '../../../workflows/patent-funding/programmes/published.ts';
import { ProgrammeRecord, programmeChainId } from '../../../workflows/patent-funding/programmes/record.ts';
import { EMPTY_CHAIN, nextEntry } from '../../../workflows/shared/audit/chain.ts';
import type { Deed } from '../../shared/store/case-write.ts';
import { putEntry } from '../../shared/store/case-write.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { PATENT_CONDITION } from './patent-condition.ts';
import { PATENT_KEY, PROGRAMMES } from './patent-key.ts';
import { shippedProgrammes } from './programmes.ts';

/** Programmes by version: those shipped, and those that the office made. A case keeps the version it was accepted under. */
export interface ProgrammeStore {
  records(): Promise<ProgrammeRecord[]>;
  read(programmeId: string): Promise<ProgrammeRecord | undefined>;
  /** The published version in effect on a local date; undefined where there is none. */
  inEffect(programmeId: string, onDate: string): Promise<Programme | undefined>;
  /** @throws a defect where there is no such version: published versions stay */
  version(programmeId: string, version: string): Promise<Programme>;
  /**
   * A record as it is from now on, with the entry of its audit chain, on condition that nobody changed it since. Two writes; wrap read
   * and commit in `untilFresh`.
   */
  change(next: ProgrammeRecord, deed: Deed): Promise<GuardedWrite[]>;
}

/** As it is kept: without the shipped versions, which lie in seeds/. */
const Stored = ProgrammeRecord.extend({ auditHash: z.string() });

export function programmeStore(
  db: DynamoDBDocumentClient,
  tableName: () => string,
  caseTableName: () => string,
): ProgrammeStore {
  const stored = async (programmeId = '') => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: tableName(),
        ConsistentRead: true,
        KeyConditionExpression: programmeId === '' ? 'pk = :pk' : 'pk = :pk AND sk = :id',
        ExpressionAttributeValues: {
          ':pk': PROGRAMMES,
          ...(programmeId === '' ? {} : { ':id': programmeId }),
        },
      }),
    );
    return z.array(Stored.strip()).parse(Items);
  };
  const records = async (programmeId?: string) => merged(await stored(programmeId)).filter(isOf(programmeId));
  const read = async (programmeId: string) => (await records(programmeId))[0];

  return {
    records: () => records(),
    read,
    async inEffect(programmeId, onDate) {
      const record = await read(programmeId);
      return record && programmeOn(record, onDate);
    },
    async version(programmeId, version) {
      const record = await read(programmeId);
      const found = record && publishedVersions(record).find((one) => one.version === version);
      if (found === undefined) throw new Error(`There is no version ${version} of ${programmeId}`);
      return found;
    },
    async change(next, deed) {
      const { programmeId, revision } = next;
      const [before] = await stored(programmeId);
      if ((before?.revision ?? 0) !== revision) throw new StaleReadError(`programme ${programmeId}`);
      const chain = before ? { sequence: revision, hash: before.auditHash } : EMPTY_CHAIN;
      const facts = { caseId: programmeChainId(programmeId), ...deed, details: deed.details ?? {} };
      const entry = nextEntry(chain, facts);
      const own = { ...next, revision: revision + 1, versions: next.versions.filter(isOwn) };
      return [
        putRecord(tableName(), { ...own, auditHash: entry.hash }, revision),
        putEntry(caseTableName(), entry),
      ];
    },
  };
}

const isOf = (id: string | undefined) => (record: ProgrammeRecord) =>
  id === undefined || record.programmeId === id;
const isOwn = ({ changedAt }: ProgrammeRecord['versions'][number]) => changedAt !== undefined;

/** What the office made beside what was shipped. */
function merged(stored: readonly z.infer<typeof Stored>[]): ProgrammeRecord[] {
  const shipped = Map.groupBy(shippedProgrammes(), ({ programmeId }) => programmeId);
  const ids = new Set([...shipped.keys(), ...stored.map(({ programmeId }) => programmeId)]);
  return [...ids].map((programmeId) => {
    const made = stored.find((record) => record.programmeId === programmeId);
    const { auditHash: _, ...record } = made ?? { programmeId, revision: 0, versions: [], auditHash: '' };
    const versions = (shipped.get(programmeId) ?? []).map((programme) => ({
      programme,
      state: 'PUBLISHED' as const,
    }));
    return { ...record, versions: [...versions, ...record.versions] };
  });
}

function putRecord(TableName: string, record: z.infer<typeof Stored>, readRevision: number): GuardedWrite {
  const condition =
    readRevision === 0
      ? { ConditionExpression: PATENT_CONDITION.absent }
      : {
          ConditionExpression: PATENT_CONDITION.sameRevision,
          ExpressionAttributeNames: { '#revision': 'revision' },
          ExpressionAttributeValues: { ':readRevision': readRevision },
        };
  return {
    write: {
      Put: { TableName, Item: { ...PATENT_KEY.programme(record.programmeId), ...record }, ...condition },
    },
    otherwise: () => new StaleReadError(`programme ${record.programmeId}`),
  };
}
