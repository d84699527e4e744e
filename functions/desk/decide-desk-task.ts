import type { Actor } from '../../workflows/shared/actor.ts';
import { DecideDeskTask } from '../../workflows/shared/desk-routes.ts';
import { DeskTaskSummary, type Officer } from '../../workflows/shared/desk-task.ts';
import { procedureOf } from '../../workflows/shared/procedures.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { log, withoutPersonalData } from '../shared/log.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type ServicesWithMachines, servicesWithMachines } from '../shared/services.ts';
import { decidedTask } from '../shared/store/desk-write.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { standingOn } from './holder/standing.ts';
import { relayDecision } from './relay/relay-decision.ts';
import { refuseUnless } from './transition/refuse-unless.ts';

type Contract = typeof DecideDeskTask;

/** Stores a department's answer, then tells the machine. Write first, signal second: what a crash leaves, the relay heals. */
export async function decideDeskTask(
  input: RouteInput<Contract>,
  services: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const { task, actor, body, ifMatch } = input;
  refuseUnless('decide', task, ifMatch);
  await standingOn(task, actor, services);
  const judged = procedureOf(task.workflow).judge(task.question, body.answer, '/answer');
  if (!judged.ok) throw refusedForFaults(judged.faults);
  const reply = await untilFresh(() => store(input, judged.value, services));
  await tellMachine(reply.body, services);
  return reply;
}

async function store(
  { task: { taskId, caseId }, actor, ifMatch, idempotency }: RouteInput<Contract>,
  answer: unknown,
  services: ServicesWithMachines,
): Promise<RouteReply<Contract> & { body: DeskTaskSummary }> {
  const { cases, desk, idempotency: markers, commit, now } = services;
  const [task, found] = await Promise.all([desk.read(taskId), cases.read(caseId)]);
  if (!task || !found) throw new Error(`task ${taskId} or its case is gone`);
  refuseUnless('decide', task, ifMatch);
  if (found.status !== 'IN_REVIEW' && found.status !== 'FAILED') throw caseNotInReview(found.status);
  const { forWhom, delegationIds, guards } = await standingOn(task, actor, services);
  const decision = { decidedAt: localInstant(now()), decidedBy: decidedBy(actor, forWhom) };
  const decided = DeskTaskSummary.strip().parse({ ...task, ...decidedTask(task, decision) });
  const reply = { body: decided, version: decided.version };
  await commit([
    markers.remember(idempotency, reply, now()),
    ...desk.decide(task, { answer, ...decision }),
    ...guards,
    ...cases.change(
      found,
      {},
      {
        kind: 'task-decided',
        at: decision.decidedAt,
        actor: personOf(actor, forWhom),
        details: {
          taskId,
          departmentId: task.departmentId,
          ...(delegationIds && { delegationIds: [...delegationIds] }),
        },
      },
    ),
  ]);
  return reply;
}

const decidedBy = ({ personId, personName }: Actor, forWhom: Officer | undefined) => ({
  personId,
  personName,
  ...(forWhom && { forWhom }),
});

function caseNotInReview(status: string): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'case-state',
    zh: `办件目前的状态（${status}）不允许答复`,
    en: `The case is ${status}: its tasks cannot be decided`,
    present: { status },
  });
}

/** The answer is stored and safe: a fault here is the relay's to heal and not the officer's to see. */
async function tellMachine(decided: DeskTaskSummary, services: ServicesWithMachines): Promise<void> {
  const { taskId } = decided;
  try {
    // Read after the write: a token that came meanwhile belongs to an opening that still saw the task open.
    const taskToken = await services.desk.tokenOf(taskId);
    if (taskToken) await relayDecision(decided, taskToken, services);
  } catch (error) {
    log.warn('decision not relayed yet', { taskId, ...withoutPersonalData(error) });
  }
}

export const handler = route(DecideDeskTask, decideDeskTask, servicesWithMachines);
