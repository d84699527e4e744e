import { changeFinancingDemand } from '../../functions/financing-demand/change-financing-demand.ts';
import { keepDemand } from '../../functions/financing-demand/keep-demand.ts';
import { submitFinancingDemand } from '../../functions/financing-demand/submit-financing-demand.ts';
import { readDemand } from '../../functions/shared/demand.ts';
import { demand, type FinancingWorld } from '../../test/functions/financing-demand/financing-world.ts';
import type { Actor } from '../../workflows/shared/actor.ts';
import { usccCheckCharacter } from '../../workflows/shared/identifiers.ts';

/** Requests under way at the same time. */
const AT_ONCE = 4;

/** Every demand is another enterprise's. */
function enterprise(index: number): Actor {
  const code = `91500112LJ${String(index).padStart(7, '0')}`;
  const organisationId = code + usccCheckCharacter(code);
  return {
    organisationKind: 'enterprise',
    organisationId,
    organisationName: `企业${index}`,
    personId: `person-${index}`,
    personName: `Person ${index}`,
    roles: ['applicant'],
  };
}

const idempotency = (actor: Actor, key: string) => ({
  organisationId: actor.organisationId,
  key,
  requestHash: key,
});

/** Submits demands and lets the machine's step send each to all institutions; answers their ids. */
export async function submitDemands(world: FinancingWorld, from: number, to: number): Promise<string[]> {
  const ids: string[] = [];
  await inParallel(from, to, async (index) => {
    const actor = enterprise(index);
    const applicant = { uscc: actor.organisationId, name: actor.organisationName };
    const input = {
      actor,
      body: demand({ applicant }),
      idempotency: idempotency(actor, `submit-${index}`),
      params: undefined,
      query: undefined,
      case: undefined,
      task: undefined,
      supplement: undefined,
      ifMatch: undefined,
    };
    const { body } = await submitFinancingDemand(input, world);
    await keepDemand({ caseId: body.caseId, execution: body.caseId }, world);
    ids.push(body.caseId);
  });
  return ids;
}

/** Each of these enterprises asks for another term. */
export async function changeDemands(
  world: FinancingWorld,
  ids: readonly string[],
  day: string,
): Promise<void> {
  await inParallel(0, ids.length, async (index) => {
    const found = await readDemand(ids[index] ?? '', world);
    if (!found) throw new Error(`there is no demand ${ids[index]}`);
    const { terms, contact, declared, applicant } = found.detail;
    const actor = { ...enterprise(0), organisationId: applicant.uscc, organisationName: applicant.name };
    const input = {
      actor,
      demand: found,
      body: { contact, declared, terms: { ...terms, termMonths: terms.termMonths + 1 } },
      idempotency: idempotency(actor, `change-${day}`),
      ifMatch: found.case.version,
      params: { demandId: found.demandId },
      query: undefined,
      case: undefined,
      task: undefined,
      supplement: undefined,
    };
    await changeFinancingDemand(input, world);
  });
}

async function inParallel(from: number, to: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = from;
  const worker = async () => {
    while (next < to) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
