import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { EMPTY_CHAIN, nextEntry } from '../../../workflows/shared/audit/chain.ts';
import type { AuditEntry } from '../../../workflows/shared/audit-entry.ts';
import { calendarChainId, LoadedYear } from '../../../workflows/shared/calendar.ts';
import { type OfficialCalendar, officialCalendar } from '../../../workflows/shared/working-days.ts';
import { CASE_CONDITION } from './case-condition.ts';
import { CALENDARS, CASE_KEY } from './case-key.ts';
import { type Deed, putEntry } from './case-write.ts';
import { shippedYears } from './official-calendar.ts';
import { StaleReadError } from './stale-read.ts';
import type { GuardedWrite } from './write.ts';

/** The official calendars: those shipped, and over them those that the office loaded. Read afresh each time, strongly. */
export interface CalendarStore {
  years(): Promise<LoadedYear[]>;
  read(): Promise<OfficialCalendar>;
  /**
   * Keeps a year as the version after `before`, on condition that nobody was faster, with the entry of its audit chain. Two writes.
   */
  load(loaded: LoadedYear, before: LoadedYear | undefined, deed: Deed): Promise<GuardedWrite[]>;
}

const Stored = LoadedYear.extend({ sequence: z.int().positive(), auditHash: z.string() });

export function calendarStore(db: DynamoDBDocumentClient, TableName: string): CalendarStore {
  const years = async () => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': CALENDARS },
      }),
    );
    const loaded = z.array(LoadedYear.strip()).parse(Items);
    const isLoaded = (year: number) => loaded.some(({ calendar }) => calendar.year === year);
    const shipped = shippedYears().filter(({ year }) => !isLoaded(year));
    return [...shipped.map((calendar) => ({ calendar, version: 1 })), ...loaded].sort(
      (a, b) => a.calendar.year - b.calendar.year,
    );
  };
  return {
    years,
    read: async () => officialCalendar((await years()).map(({ calendar }) => calendar)),
    async load(loaded, before, deed) {
      const { year } = loaded.calendar;
      const Key = CASE_KEY.calendar(year);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const stored = Item && Stored.strip().parse(Item);
      if (stored && stored.version !== before?.version) throw new StaleReadError(`calendar of ${year}`);
      const head = stored ? { sequence: stored.sequence, hash: stored.auditHash } : EMPTY_CHAIN;
      const entry = nextEntry(head, { caseId: calendarChainId(year), ...deed, details: deed.details ?? {} });
      return [putYear(TableName, loaded, entry, stored), putEntry(TableName, entry)];
    },
  };
}

function putYear(
  TableName: string,
  loaded: LoadedYear,
  { sequence, hash }: AuditEntry,
  stored: LoadedYear | undefined,
): GuardedWrite {
  const Item = { ...CASE_KEY.calendar(loaded.calendar.year), ...loaded, sequence, auditHash: hash };
  return {
    write: {
      Put: {
        TableName,
        Item,
        ...(stored
          ? {
              ConditionExpression: CASE_CONDITION.unchanged,
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':readVersion': stored.version },
            }
          : { ConditionExpression: CASE_CONDITION.absent }),
      },
    },
    otherwise: () => new StaleReadError(`calendar of ${loaded.calendar.year}`),
  };
}
