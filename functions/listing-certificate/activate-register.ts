import type { RegisterHead, RegisterLoad } from '../../workflows/listing-certificate/register/contract.ts';
import { ActivateRegister } from '../../workflows/listing-certificate/register/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { Deed } from '../shared/store/case-write.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { tellOfLoad } from './register/tell-of-load.ts';
import type { LoadKey } from './store/register-records.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type ActivationServices = Pick<ServicesWithRegisters, 'registers' | 'outbox' | 'commit' | 'now'>;

interface Activation {
  readonly departmentId: string;
  readonly loadIds: string[];
  readonly verdict: 'loaded' | 'superseded';
}

/**
 * Makes a load the register of its department by one conditional write, with an entry in the register's audit chain; what was the register before is to be swept. Where a
 * load that was announced later is the register already, this one is superseded and swept itself.
 */
export async function activateRegister(key: LoadKey, services: ActivationServices): Promise<Activation> {
  return untilFresh(async () => {
    const { registers } = services;
    const { departmentId, loadId } = key;
    const [load, head] = await Promise.all([registers.load(key), registers.head(departmentId)]);
    if (!load) throw new Error(`there is no load ${loadId} of ${departmentId}`);
    if (head && head.loadId > loadId) return supersede(key, load, services);
    const loadIds = await flip(load, head, services);
    return { departmentId, loadIds, verdict: 'loaded' };
  });
}

async function supersede(
  key: LoadKey,
  load: RegisterLoad,
  { registers, outbox, commit, now }: ActivationServices,
): Promise<Activation> {
  if (load.status === 'LOADING') {
    const endedAt = localInstant(now());
    await commit([
      registers.end(key, { status: 'SUPERSEDED', endedAt }),
      ...tellOfLoad(outbox, load, { status: 'SUPERSEDED' }, endedAt),
    ]);
  }
  return { departmentId: key.departmentId, loadIds: [key.loadId], verdict: 'superseded' };
}

/** A second run finds the head flipped, and no longer knows which load was before: the head itself does. */
async function flip(
  load: RegisterLoad,
  head: RegisterHead | undefined,
  { registers, outbox, commit, now }: ActivationServices,
): Promise<string[]> {
  if (head?.loadId === load.loadId) return defined([head.previousLoadId]);
  const { departmentId, loadId, fieldIds, coverage, recordCount } = load;
  const chain = await registers.chain.head(departmentId);
  if (recordCount === undefined) throw new Error(`the records of load ${loadId} do not lie ready`);
  const next: RegisterHead = {
    departmentId,
    loadId,
    fieldIds,
    coverage,
    recordCount,
    version: (head?.version ?? 0) + 1,
    loadedAt: localInstant(now()),
    ...(head ? { previousLoadId: head.loadId } : {}),
  };
  await commit([
    ...registers.activate(load, head, next),
    ...registers.chain.add(departmentId, chain, inForce(load, next)),
    ...tellOfLoad(outbox, load, { status: 'LOADED', ...next }, next.loadedAt),
  ]);
  // The one before that too: should its own sweep have failed, nobody else would come back to it.
  return defined([head?.loadId, head?.previousLoadId]);
}

/** The audit names the file by its checksum and whoever announced it by their id. */
function inForce(
  { sha256, createdBy }: RegisterLoad,
  { loadId, version, fieldIds, coverage, recordCount, loadedAt }: RegisterHead,
): Deed {
  return {
    kind: 'register-loaded',
    at: loadedAt,
    actor: { by: 'platform', step: 'ActivateRegister' },
    details: { loadId, version, fieldIds, coverage, recordCount, sha256, announcedBy: createdBy.personId },
  };
}

const defined = (loadIds: (string | undefined)[]) => loadIds.filter((loadId) => loadId !== undefined);

export const handler = task(ActivateRegister, activateRegister, servicesWithRegisters);
