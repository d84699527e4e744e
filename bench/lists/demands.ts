import { changeFinancingDemand } from '../../functions/financing-demand/change-financing-demand.ts';
import { keepDemand } from '../../functions/financing-demand/keep-demand.ts';
import { submitFinancingDemand } from '../../functions/financing-demand/submit-financing-demand.ts';
import { readDemand } from '../../functions/shared/demand.ts';
import type { FinancingWorld } from '../../test/functions/financing-demand/financing-world.ts';
import type { Actor } from '../../workflows/shared/actor.ts';
import { demandOf, enterprise, sendingOf } from './enterprise.ts';
import { inParallel } from './in-parallel.ts';

/** Requests under way at the same time. */
const AT_ONCE = 4;

/** What the door gives a function beside what these requests bring. */
const NOTHING = {
  params: undefined,
  query: undefined,
  case: undefined,
  task: undefined,
  supplement: undefined,
};

/** Submits these enterprises' demands and lets the machine's step send each to all institutions. */
export async function sendDemands(world: FinancingWorld, enterprises: readonly Actor[]): Promise<void> {
  await inParallel(AT_ONCE, enterprises, async (actor) => {
    const request = { actor, body: demandOf(actor), idempotency: sendingOf(actor), ifMatch: undefined };
    const { body } = await submitFinancingDemand({ ...NOTHING, ...request }, world);
    await keepDemand({ caseId: body.caseId, execution: body.caseId }, world);
  });
}

/** Each of these enterprises asks for another term. */
export async function changeDemands(world: FinancingWorld, demandIds: readonly string[]): Promise<void> {
  await inParallel(AT_ONCE, demandIds, async (demandId) => {
    const found = await readDemand(demandId, world);
    if (!found) throw new Error(`there is no demand ${demandId}`);
    const { terms, contact, declared, applicant } = found.detail;
    const actor = { ...enterprise(0), organisationId: applicant.uscc, organisationName: applicant.name };
    const request = {
      actor,
      demand: found,
      body: { contact, declared, terms: { ...terms, termMonths: terms.termMonths + 1 } },
      idempotency: { organisationId: applicant.uscc, key: 'change', requestHash: 'change' },
      ifMatch: found.case.version,
      params: { demandId },
    };
    await changeFinancingDemand({ ...NOTHING, ...request }, world);
  });
}
