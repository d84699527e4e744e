import { GiveConsent } from '../../workflows/financing-demand/change/routes.ts';
import { Consent } from '../../workflows/financing-demand/consent.ts';
import type { DemandDetail } from '../../workflows/financing-demand/contract.ts';
import { consentFaults } from '../../workflows/financing-demand/rules/consent-faults.ts';
import { shaped } from '../../workflows/shared/shape-faults.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import type { RouteReply } from '../shared/route.ts';
import { changeDemand } from './change/change-demand.ts';
import { mayRematch, ownView } from './change/own-demand.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type ChangeServices, changeServices } from './store/change-services.ts';

type Contract = typeof GiveConsent;

/** More grants, beside those there are. Who is named now and fits is sent the demand; who is named later, when the grant begins. */
export function giveConsent(
  { demand: { demandId }, body, actor, idempotency }: RouteInput<Contract>,
  services: ChangeServices,
): Promise<RouteReply<Contract>> {
  return changeDemand(
    {
      demandId,
      idempotency,
      change(standing) {
        const grants = judged(body, standing.detail, services);
        const details = { grants: grants.length };
        return {
          detail: { ...standing.detail, grants: [...standing.detail.grants, ...grants] },
          deed: { kind: 'consent-given', actor: personOf(actor), details },
          rematch: mayRematch(standing),
        };
      },
      reply: ownView,
    },
    services,
  );
}

function judged(body: unknown, { grants }: DemandDetail, services: ChangeServices): DemandDetail['grants'] {
  const now = services.now();
  const shape = shaped(Consent, body);
  if (!shape.ok) throw refusedForFaults(shape.faults);
  const context = {
    rules: services.financingRules(now),
    now,
    todayOn: localDateOf(now),
    given: grants.length,
  };
  const faults = consentFaults(shape.value, context, '');
  if (faults.length > 0) throw refusedForFaults(faults);
  const { signature } = shape.value;
  const givenAt = localInstant(now);
  return shape.value.grants.map((grant, index) => ({
    ...grant,
    grantId: grants.length + index + 1,
    signature,
    givenAt,
  }));
}

export const handler = demandRoute(GiveConsent, giveConsent, changeServices);
