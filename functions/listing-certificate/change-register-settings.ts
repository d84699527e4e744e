import { ChangeRegisterSettings } from '../../workflows/listing-certificate/register/routes.ts';
import { rulesOn } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { changedMeanwhile } from '../shared/request-headers.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { foreignFields } from './register/about-faults.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type Contract = typeof ChangeRegisterSettings;

/** Stores what a department chose, and who chose it, with an entry in the audit chain of its register; cases planned from now on follow it. */
export async function changeRegisterSettings(
  { actor, body, ifMatch }: RouteInput<Contract>,
  { registers, commit, now }: ServicesWithRegisters,
): Promise<RouteReply<Contract>> {
  const { organisationId: departmentId, personId, personName } = actor;
  const { catalogue } = rulesOn(listingRuleVersions(), localDateOf(now()));
  const faults = foreignFields('/fieldsByRecord', body.fieldsByRecord, departmentId, catalogue);
  if (faults.length > 0) throw refusedForFaults(faults);
  return untilFresh(async () => {
    const [{ revision }, chain] = await Promise.all([
      registers.settings(departmentId),
      registers.chain.head(departmentId),
    ]);
    if (revision !== ifMatch) throw changedMeanwhile({ revision });
    const at = localInstant(now());
    const change = {
      settings: body,
      readRevision: revision,
      changedAt: at,
      changedBy: { personId, personName },
    };
    const kind = 'register-settings-changed';
    await commit([
      registers.changeSettings(departmentId, change),
      ...registers.chain.add(departmentId, chain, { kind, at, actor: personOf(actor), details: body }),
    ]);
    return { body, version: revision + 1 };
  });
}

export const handler = route(ChangeRegisterSettings, changeRegisterSettings, servicesWithRegisters);
