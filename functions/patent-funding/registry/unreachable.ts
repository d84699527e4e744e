import type { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';
import { secondsUntilNextTry } from '../../../workflows/patent-funding/rules/registry-patience.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { Services } from '../../shared/services.ts';
import type { Deed } from '../../shared/store/case-write.ts';
import type { FundingCase } from '../store/funding-case.ts';
import { type PatentRegistry, RegistryUnreachableError } from './patent-registry.ts';

/** What the registry knows of these patents; undefined where it does not answer. */
export async function askRegistry(
  numbers: readonly string[],
  registry: PatentRegistry,
): Promise<ReadonlyMap<string, RegistryRecord> | undefined> {
  try {
    return await registry.find(numbers);
  } catch (error) {
    if (error instanceof RegistryUnreachableError) return undefined;
    throw error;
  }
}

/**
 * The case waits for the registry: in how many seconds to ask it again. The first time is told in the timeline; later ones only make the
 * next try come later.
 */
export async function awaitRegistry(
  { case: read, detail }: FundingCase,
  actor: Deed['actor'],
  { cases, commit, now }: Pick<Services, 'cases' | 'commit' | 'now'>,
): Promise<number> {
  const at = localInstant(now());
  const since = detail.registryUnreachableSince;
  if (since === undefined) {
    const change = { detail: { ...detail, registryUnreachableSince: at } };
    await commit(cases.change(read, change, { kind: 'registry-unreachable', at, actor }));
  }
  return secondsUntilNextTry(since ?? at, now());
}

/** The case as it goes on once the registry has answered. */
export function answered({ case: read, detail }: FundingCase): FundingCase {
  const { registryUnreachableSince: _, ...known } = detail;
  return { case: read, detail: known };
}
