import type {
  RegisterHead,
  RegisterLoad,
  RegisterSettings,
} from '../../../workflows/listing-certificate/register/contract.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { REGISTER_CONDITION } from './register-condition.ts';
import { REGISTER_KEY } from './register-key.ts';
import type { LoadKey } from './register-records.ts';

/** How a load ended, or that it began. */
export type EndOfLoad = Pick<RegisterLoad, 'status'> &
  Partial<Pick<RegisterLoad, 'endedAt' | 'recordCount' | 'badLineCount' | 'version'>>;

/** A department's new choice, and who made it. */
export interface SettingsChange {
  readonly settings: RegisterSettings;
  readonly readRevision: number;
  readonly changedAt: string;
  readonly changedBy: { readonly personId: string; readonly personName: string };
}

/** That the register is still the one that was read, when the plan that rests on it is written. One write. */
export function unchangedHead(TableName: string, { departmentId, loadId }: RegisterHead): GuardedWrite {
  return {
    write: {
      ConditionCheck: {
        TableName,
        Key: REGISTER_KEY.head(departmentId),
        ConditionExpression: REGISTER_CONDITION.sameLoad,
        ExpressionAttributeValues: { ':readLoadId': loadId },
      },
    },
    otherwise: () => new StaleReadError(`register of ${departmentId}`),
  };
}

/** Announces a load. One write. */
export function createLoad(TableName: string, load: RegisterLoad): GuardedWrite {
  const Item = { ...REGISTER_KEY.load(load.departmentId, load.loadId), ...load };
  return { write: { Put: { TableName, Item, ConditionExpression: REGISTER_CONDITION.absent } } };
}

/** Moves a load on, unless it has ended. One write. */
export function endLoad(TableName: string, { departmentId, loadId }: LoadKey, end: EndOfLoad): GuardedWrite {
  const changed = Object.entries(end).filter(([, value]) => value !== undefined);
  return {
    write: {
      Update: {
        TableName,
        Key: REGISTER_KEY.load(departmentId, loadId),
        ConditionExpression: REGISTER_CONDITION.notEnded,
        UpdateExpression: `SET ${changed.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(changed.map(([name]) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(changed.map(([name, value]) => [`:${name}`, value])),
          ':awaiting': 'AWAITING_FILE',
          ':loading': 'LOADING',
        },
      },
    },
    otherwise: () => new StaleReadError(`load ${loadId}`),
  };
}

/**
 * The one step in which a load becomes the register: the head is flipped on condition that it is the one that was read, and the
 * load has ended. Before it nobody sees the load's records, after it nobody sees those of the load before. Two writes.
 */
export function activateLoad(
  TableName: string,
  load: RegisterLoad,
  previous: RegisterHead | undefined,
  next: RegisterHead,
): GuardedWrite[] {
  const { departmentId, loadId } = load;
  const condition = previous
    ? {
        ConditionExpression: REGISTER_CONDITION.sameLoad,
        ExpressionAttributeValues: { ':readLoadId': previous.loadId },
      }
    : { ConditionExpression: REGISTER_CONDITION.absent };
  return [
    {
      write: { Put: { TableName, Item: { ...REGISTER_KEY.head(departmentId), ...next }, ...condition } },
      otherwise: () => new StaleReadError(`register of ${departmentId}`),
    },
    endLoad(
      TableName,
      { departmentId, loadId },
      { status: 'LOADED', endedAt: next.loadedAt, recordCount: next.recordCount, version: next.version },
    ),
  ];
}

/** The department's choice, on condition that nobody changed it since it was read. One write. */
export function changeSettings(
  TableName: string,
  departmentId: string,
  { settings, readRevision, changedAt, changedBy }: SettingsChange,
): GuardedWrite {
  const first = readRevision === 0;
  return {
    write: {
      Put: {
        TableName,
        Item: {
          ...REGISTER_KEY.settings(departmentId),
          ...settings,
          revision: readRevision + 1,
          changedAt,
          changedBy,
        },
        ...(first
          ? { ConditionExpression: REGISTER_CONDITION.absent }
          : {
              ConditionExpression: REGISTER_CONDITION.sameRevision,
              ExpressionAttributeNames: { '#revision': 'revision' },
              ExpressionAttributeValues: { ':readRevision': readRevision },
            }),
      },
    },
    otherwise: () => new StaleReadError(`settings of ${departmentId}`),
  };
}
