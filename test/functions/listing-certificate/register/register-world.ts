import { randomUUID } from 'node:crypto';
import { activateRegister } from '../../../../functions/listing-certificate/activate-register.ts';
import { beginRegisterLoad } from '../../../../functions/listing-certificate/begin-register-load.ts';
import { changeRegisterSettings } from '../../../../functions/listing-certificate/change-register-settings.ts';
import { failRegisterLoad } from '../../../../functions/listing-certificate/fail-register-load.ts';
import { listRegisterFaults } from '../../../../functions/listing-certificate/list-register-faults.ts';
import { loadRegister } from '../../../../functions/listing-certificate/load-register.ts';
import { readRegisterLoad } from '../../../../functions/listing-certificate/read-register-load.ts';
import { showRegister } from '../../../../functions/listing-certificate/show-register.ts';
import { startRegisterLoad } from '../../../../functions/listing-certificate/start-register-load.ts';
import type { LoadKey } from '../../../../functions/listing-certificate/store/register-records.ts';
import { sweepRegister } from '../../../../functions/listing-certificate/sweep-register.ts';
import { route } from '../../../../functions/shared/route.ts';
import type {
  RegisterLoad,
  RegisterRecord,
} from '../../../../workflows/listing-certificate/register/contract.ts';
import * as routes from '../../../../workflows/listing-certificate/register/routes.ts';
import type { Actor } from '../../../../workflows/shared/actor.ts';
import type { TestTables } from '../../shared/test-tables.ts';
import { send } from '../../support/http.ts';
import { type ListingWorld, listingWorld } from '../listing-world.ts';
import { csvOfRecords, sha256Of } from './register-files.ts';

type Key = LoadKey;
export type RegisterServices = ReturnType<typeof registerServices>;

/** Real stores on a real database; bucket and machine in memory. */
export function registerWorld(tables: TestTables) {
  const listing = listingWorld(tables);
  const bucket = new Map<string, Uint8Array>();
  const started: string[] = [];
  const services = registerServices(listing, bucket, started);

  const api = {
    begin: route(routes.BeginRegisterLoad, beginRegisterLoad, () => services),
    start: route(routes.StartRegisterLoad, startRegisterLoad, () => services),
    read: route(routes.ReadRegisterLoad, readRegisterLoad, () => services),
    faults: route(routes.ListRegisterFaults, listRegisterFaults, () => services),
    show: route(routes.ShowRegister, showRegister, () => services),
    settings: route(routes.ChangeRegisterSettings, changeRegisterSettings, () => services),
  };

  /** Announces a file and puts it into the bucket. */
  async function announce(actor: Actor, file: Uint8Array, about: object = {}): Promise<RegisterLoad> {
    const { status, json } = await send(api.begin, {
      actor,
      headers: { 'idempotency-key': randomUUID() },
      body: { ...announcement(actor, file), ...about },
    });
    if (status !== 201) throw new Error(`announced in vain: ${JSON.stringify(json)}`);
    const load = json.load as RegisterLoad;
    bucket.set(load.loadId, file);
    return load;
  }

  return {
    ...listing,
    services,
    bucket,
    started,
    api,
    announce,
    announceRecords: (actor: Actor, records: readonly RegisterRecord[], about: object = {}) =>
      announce(actor, csvOfRecords(records), about),
    run: (key: Key, broken: Partial<RegisterServices> = {}) => runMachine(key, services, broken),
    /** Loads these records as the register of the actor's department. */
    async loaded(
      actor: Actor,
      records: readonly RegisterRecord[],
      about: object = {},
    ): Promise<RegisterLoad> {
      const load = await announce(actor, csvOfRecords(records), about);
      await runMachine(load, services);
      return load;
    },
  };
}

export const announcement = (actor: Actor, file: Uint8Array) => ({
  format: 'csv',
  fieldIds: [actor.organisationId],
  coverage: { fromOn: '2020-01-01', toOn: '2026-05-31' },
  sizeBytes: file.byteLength,
  sha256: sha256Of(file),
});

function registerServices({ services }: ListingWorld, bucket: Map<string, Uint8Array>, started: string[]) {
  return {
    ...services,
    files: {
      put: async ({ loadId }: Key, bytes: Uint8Array) => void bucket.set(loadId, bytes),
      read: async ({ loadId }: Key) => bucket.get(loadId),
    },
    uploads: {
      addressFor: async ({ loadId }: Key) => ({ url: `https://bucket.example/${loadId}`, headers: {} }),
    },
    registerMachine: { start: async ({ loadId }: Key) => void started.push(loadId) },
  };
}

/** What the machine does with a load (register/definition.ts). `broken` breaks everything before the failure is recorded. */
async function runMachine(
  { departmentId, loadId }: Key,
  services: RegisterServices,
  broken: Partial<RegisterServices> = {},
): Promise<string> {
  const key = { departmentId, loadId };
  try {
    const failing = { ...services, ...broken };
    const { verdict } = await loadRegister(key, failing);
    if (verdict === 'refused') return 'refused';
    const activated = await activateRegister(key, failing);
    await sweepRegister(activated, services);
    return activated.verdict;
  } catch (error) {
    await sweepRegister(await failRegisterLoad({ ...key, error: String(error) }, services), services);
    return 'failed';
  }
}
