import { decideDeskTask } from '../../../../functions/desk/decide-desk-task.ts';
import { openDeskTask } from '../../../../functions/desk/open-desk-task.ts';
import { composeCorrection } from '../../../../functions/listing-certificate/compose-correction.ts';
import { concludeObjection } from '../../../../functions/listing-certificate/conclude-objection.ts';
import { planObjection } from '../../../../functions/listing-certificate/plan-objection.ts';
import { raiseObjection } from '../../../../functions/listing-certificate/raise-objection.ts';
import { route } from '../../../../functions/shared/route.ts';
import type { CertificateFacts } from '../../../../workflows/listing-certificate/certificate.ts';
import { RaiseObjection } from '../../../../workflows/listing-certificate/objection/routes.ts';
import type { Actor } from '../../../../workflows/shared/actor.ts';
import { DecideDeskTask } from '../../../../workflows/shared/desk-routes.ts';
import { ENTERPRISE, ENVIRONMENT, TAX } from '../../support/actors.ts';
import { send } from '../../support/http.ts';
import type { ListingWorld } from '../listing-world.ts';
import { APPLICANT, RECORDS, signAndRender } from './issued-case.ts';

/** The cells of an issued case that have records. */
export const ENVIRONMENT_CELL = { uscc: APPLICANT, fieldId: 'environment' } as const;
export const TAX_CELL = { uscc: APPLICANT, fieldId: 'tax' } as const;
type Cell = typeof ENVIRONMENT_CELL | typeof TAX_CELL;

export const dispute = (cell: Cell = ENVIRONMENT_CELL) => ({
  ...cell,
  documentNumbers: [RECORDS[0]?.documentNumber],
  reason: '该处罚已被撤销（演示）',
});

interface Raising {
  readonly cells?: readonly unknown[];
  readonly body?: object;
  readonly actor?: Actor;
  readonly key?: string;
}

export function raise(
  { services }: ListingWorld,
  { caseId, number }: CertificateFacts,
  { cells = [dispute()], body = {}, actor = ENTERPRISE, key }: Raising = {},
) {
  return send(
    route(RaiseObjection, raiseObjection, () => services),
    {
      actor,
      path: { caseId },
      headers: {
        'idempotency-key':
          key ?? `raise-${number}-${encodeURIComponent(JSON.stringify(cells)).slice(0, 200)}`,
      },
      body: { number, cells, ...body },
    },
  );
}

/** Raises an objection and puts it to its department. */
export async function objectionAtTheDesk(
  world: ListingWorld,
  facts: CertificateFacts,
  cell: Cell = ENVIRONMENT_CELL,
): Promise<string> {
  const { status, json } = await raise(world, facts, { cells: [dispute(cell)] });
  if (status !== 201) throw new Error(`the objection was refused: ${JSON.stringify(json)}`);
  const caseId = String(json.caseId);
  await putToDesk(world, caseId);
  return caseId;
}

export async function putToDesk({ services }: ListingWorld, caseId: string): Promise<void> {
  const { question } = await planObjection({ caseId }, services);
  await openDeskTask({ taskToken: 'token', workflow: 'listing-objection', caseId, question }, services);
}

export const upheld = (cell: Cell = ENVIRONMENT_CELL, corrected: object = { finding: 'no-record' }) => ({
  ...cell,
  outcome: 'upheld',
  reason: '经复核，记录有误（演示）',
  corrected,
});
export const rejected = (cell: Cell = ENVIRONMENT_CELL) => ({
  ...cell,
  outcome: 'rejected',
  reason: '经复核，记录无误（演示）',
});

export function decide(
  { services }: ListingWorld,
  caseId: string,
  decisions: readonly { fieldId?: string }[],
  actor: Actor = decisions[0]?.fieldId === 'tax' ? TAX : ENVIRONMENT,
) {
  return send(
    route(DecideDeskTask, decideDeskTask, () => services),
    {
      actor,
      path: { taskId: `${caseId}.${actor.organisationId}` },
      headers: { 'idempotency-key': `decide-${caseId}`, 'if-match': '"1"' },
      body: { answer: { decisions } },
    },
  );
}

/** What the machine does after the decision, until the report is signed and printed. */
export async function compose(world: ListingWorld, caseId: string) {
  const composed = await composeCorrection({ caseId }, world.services);
  if (composed.next === 'issue') await signAndRender(world, composed.number);
  return composed;
}

/** Decides an objection and lets its machine end it. Answers the number of the corrected report, if there is one. */
export async function decideAndConclude(
  world: ListingWorld,
  caseId: string,
  decisions: readonly { fieldId?: string }[],
): Promise<string> {
  const { status, json } = await decide(world, caseId, decisions);
  if (status !== 200) throw new Error(`the decision was refused: ${JSON.stringify(json)}`);
  const composed = await compose(world, caseId);
  await concludeObjection({ caseId }, world.services);
  return composed.next === 'issue' ? composed.number : '';
}
