import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { Roster, type RosterChange } from '../../../workflows/shared/desk-roster.ts';
import { DESK_CONDITION } from './desk-condition.ts';
import { ROSTER_KEY } from './roster-key.ts';
import { StaleReadError } from './stale-read.ts';
import type { GuardedWrite } from './write.ts';

export type RosterPatch = Partial<Pick<Roster, 'officers' | 'delegations'>>;

/** Staff lists and delegations of the departments, one item each, with what was changed in them. In DeskTable. */
export interface RosterStore {
  /** Strongly consistent; version 0 and empty where nobody wrote it. */
  read(departmentId: string): Promise<Roster>;
  /** A change with its entry in the history, on condition that nobody changed the roster since. Two writes. */
  change(read: Roster, patch: RosterPatch, entry: Omit<RosterChange, 'version'>): GuardedWrite[];
  /** Lets a transaction happen only while the roster is as it was read. One condition check. */
  unchanged(read: Roster): GuardedWrite;
}

export function rosterStore(db: DynamoDBDocumentClient, TableName: string): RosterStore {
  return {
    async read(departmentId) {
      const Key = ROSTER_KEY.roster(departmentId);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item ? Roster.strip().parse(Item) : { departmentId, version: 0, officers: [], delegations: [] };
    },
    change(read, patch, entry) {
      const next: Roster = { ...read, ...patch, version: read.version + 1 };
      const change: RosterChange = { ...entry, version: next.version };
      const key = ROSTER_KEY.roster(read.departmentId);
      return [
        { write: { Put: { TableName, Item: { ...key, ...next }, ...asRead(read) } }, otherwise: stale(read) },
        {
          write: {
            Put: { TableName, Item: { ...ROSTER_KEY.change(read.departmentId, next.version), ...change } },
          },
        },
      ];
    },
    unchanged: (read) => ({
      write: { ConditionCheck: { TableName, Key: ROSTER_KEY.roster(read.departmentId), ...asRead(read) } },
      otherwise: stale(read),
    }),
  };
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
