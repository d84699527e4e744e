import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { EMPTY_CHAIN, nextEntry } from '../../../workflows/shared/audit/chain.ts';
import { Roster, RosterChange, rosterChainId } from '../../../workflows/shared/desk-roster.ts';
import { personOf } from '../person-of.ts';
import { putEntry } from './case-write.ts';
import { decodeCursor, encodeCursor, type Page, type PageRequest } from './cursor.ts';
import { DESK_CONDITION } from './desk-condition.ts';
import { ROSTER_CHANGE_PREFIX, ROSTER_KEY } from './roster-key.ts';
import { StaleReadError } from './stale-read.ts';
import type { GuardedWrite } from './write.ts';

export type RosterPatch = Partial<Pick<Roster, 'officers' | 'delegations'>>;

/** What is done to a roster, by whom. */
export type RosterDeed = Omit<RosterChange, 'version' | 'by'> & { readonly actor: Actor };

/** Staff lists and delegations of the departments, one item each, with what was changed in them. In DeskTable. */
export interface RosterStore {
  /** Strongly consistent; version 0 and empty where nobody wrote it. */
  read(departmentId: string): Promise<Roster>;
  /**
   * A change with its place in the history and the entry of its audit chain, on condition that nobody changed the roster since. Three
   * writes.
   */
  change(read: Roster, patch: RosterPatch, deed: RosterDeed): GuardedWrite[];
  /** Lets a transaction happen only while the roster is as it was read. One condition check. */
  unchanged(read: Roster): GuardedWrite;
  /** Newest first. */
  changes(departmentId: string, page: PageRequest): Promise<Page<RosterChange>>;
}

export function rosterStore(
  db: DynamoDBDocumentClient,
  TableName: string,
  auditTable: () => string,
): RosterStore {
  return {
    async read(departmentId) {
      const Key = ROSTER_KEY.roster(departmentId);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item ? Roster.strip().parse(Item) : unwritten(departmentId);
    },
    change(read, patch, deed) {
      const { departmentId } = read;
      const entry = nextEntry({ sequence: read.version, hash: read.auditHash }, factsOf(departmentId, deed));
      const next: Roster = { ...read, ...patch, version: entry.sequence, auditHash: entry.hash };
      const change = { ...ROSTER_KEY.change(departmentId, next.version), ...changeOf(next.version, deed) };
      const Item = { ...ROSTER_KEY.roster(departmentId), ...next };
      return [
        { write: { Put: { TableName, Item, ...asRead(read) } }, otherwise: stale(read) },
        { write: { Put: { TableName, Item: change } } },
        putEntry(auditTable(), entry),
      ];
    },
    unchanged: (read) => ({
      write: { ConditionCheck: { TableName, Key: ROSTER_KEY.roster(read.departmentId), ...asRead(read) } },
      otherwise: stale(read),
    }),
    changes: (departmentId, page) => readChanges(db, TableName, departmentId, page),
  };
}

const unwritten = (departmentId: string): Roster => ({
  departmentId,
  version: 0,
  officers: [],
  delegations: [],
  auditHash: EMPTY_CHAIN.hash,
});

function changeOf(version: number, { actor: { personId, personName }, ...deed }: RosterDeed): RosterChange {
  return { version, by: { personId, personName }, ...deed };
}

/** The audit names persons by their ids alone. */
function factsOf(departmentId: string, { kind, at, actor, joined, left, delegation }: RosterDeed) {
  const ids = (officers: RosterDeed['joined']) => officers?.map(({ personId }) => personId);
  const details = {
    departmentId,
    ...(joined && left && { joined: ids(joined) ?? [], left: ids(left) ?? [] }),
    ...(delegation && {
      delegationId: delegation.delegationId,
      from: delegation.from.personId,
      to: delegation.to.personId,
      fromOn: delegation.fromOn,
      toOn: delegation.toOn,
      workflows: delegation.workflows,
    }),
  };
  return { caseId: rosterChainId(departmentId), kind, at, actor: personOf(actor), details };
}

async function readChanges(
  db: DynamoDBDocumentClient,
  TableName: string,
  departmentId: string,
  { limit, cursor }: PageRequest,
): Promise<Page<RosterChange>> {
  const list = `roster#${departmentId}`;
  const { pk } = ROSTER_KEY.roster(departmentId);
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :change)',
      ExpressionAttributeValues: { ':pk': pk, ':change': ROSTER_CHANGE_PREFIX },
      ScanIndexForward: false,
      Limit: limit,
      ...(cursor && {
        ExclusiveStartKey: ROSTER_KEY.change(departmentId, Number(decodeCursor(list, cursor))),
      }),
    }),
  );
  const items = z.array(RosterChange.strip()).parse(Items);
  const last = items.at(-1);
  return { items, ...(LastEvaluatedKey && last && { cursor: encodeCursor(list, String(last.version)) }) };
}

const stale =
  ({ departmentId }: Roster) =>
  () =>
    new StaleReadError(`roster of ${departmentId}`);

function asRead({ version }: Roster) {
  if (version === 0) return { ConditionExpression: DESK_CONDITION.absent };
  return {
    ConditionExpression: DESK_CONDITION.sameVersion,
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':readVersion': version },
  };
}
