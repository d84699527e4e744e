import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  NO_SETTINGS,
  RegisterHead,
  RegisterLoad,
  RegisterSettings,
} from '../../../workflows/listing-certificate/register/contract.ts';
import type { ReadRegister } from '../../../workflows/listing-certificate/register/rules/record-answers.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { type RegisterChain, registerChain } from './register-chain.ts';
import { LOAD_PREFIX, REGISTER_KEY, type RegisterKey } from './register-key.ts';
import { type LoadKey, type RegisterRecords, registerRecords } from './register-records.ts';
import {
  activateLoad,
  changeSettings,
  createLoad,
  type EndOfLoad,
  endLoad,
  type SettingsChange,
  unchangedHead,
} from './register-write.ts';

/** How many of a department's loads are shown; older ones are read by their id. */
const SHOWN_LOADS = 20;

/** A department's choice, and how often it was changed. */
export interface KeptSettings {
  readonly settings: RegisterSettings;
  readonly revision: number;
}

/** RegisterTable: each department's register in force, its loads, and what it chose. All reads are by key and strongly consistent. */
export interface RegisterStore {
  readonly records: RegisterRecords;
  readonly chain: RegisterChain;
  head(departmentId: string): Promise<RegisterHead | undefined>;
  settings(departmentId: string): Promise<KeptSettings>;
  /** The register in force with every record of some entities; undefined where none was ever loaded. */
  readFor(departmentId: string, usccs: readonly string[]): Promise<ReadRegister | undefined>;
  load(key: LoadKey): Promise<RegisterLoad | undefined>;
  /** The newest loads, newest first. */
  newestLoads(departmentId: string): Promise<RegisterLoad[]>;
  /** @see unchangedHead */
  unchanged(head: RegisterHead): GuardedWrite;
  /** @see createLoad */
  create(load: RegisterLoad): GuardedWrite;
  /** @see endLoad */
  end(key: LoadKey, end: EndOfLoad): GuardedWrite;
  /** @see activateLoad */
  activate(load: RegisterLoad, previous: RegisterHead | undefined, next: RegisterHead): GuardedWrite[];
  /** @see changeSettings */
  changeSettings(departmentId: string, change: SettingsChange): GuardedWrite;
}

export function registerStore(
  db: DynamoDBDocumentClient,
  TableName: string,
  auditTable: () => string,
): RegisterStore {
  const get = async (Key: RegisterKey) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const records = registerRecords(db, TableName);
  const head = async (departmentId: string) => {
    const item = await get(REGISTER_KEY.head(departmentId));
    return item && RegisterHead.strip().parse(item);
  };
  const settings = async (departmentId: string): Promise<KeptSettings> => {
    const item = await get(REGISTER_KEY.settings(departmentId));
    if (!item) return { settings: NO_SETTINGS, revision: 0 };
    const { revision, ...kept } = Settings.parse(item);
    return { settings: kept, revision };
  };

  return {
    records,
    chain: registerChain(db, TableName, auditTable),
    head,
    settings,
    async readFor(departmentId, usccs) {
      const inForce = await head(departmentId);
      if (inForce === undefined) return undefined;
      const [kept, found] = await Promise.all([settings(departmentId), records.of(inForce, usccs)]);
      return { head: inForce, settings: kept.settings, records: found };
    },
    async load({ departmentId, loadId }) {
      const item = await get(REGISTER_KEY.load(departmentId, loadId));
      return item && RegisterLoad.strip().parse(item);
    },
    async newestLoads(departmentId) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :load)',
          ExpressionAttributeValues: { ':pk': REGISTER_KEY.department(departmentId), ':load': LOAD_PREFIX },
          ScanIndexForward: false,
          Limit: SHOWN_LOADS,
        }),
      );
      return z.array(RegisterLoad.strip()).parse(Items);
    },
    unchanged: (read) => unchangedHead(TableName, read),
    create: (load) => createLoad(TableName, load),
    end: (key, end) => endLoad(TableName, key, end),
    activate: (load, previous, next) => activateLoad(TableName, load, previous, next),
    changeSettings: (departmentId, change) => changeSettings(TableName, departmentId, change),
  };
}

const Settings = RegisterSettings.extend({ revision: z.int().positive() }).strip();
