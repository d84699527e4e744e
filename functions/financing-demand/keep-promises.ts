import type * as z from 'zod';
import type { Answer } from '../../workflows/financing-demand/answer/contract.ts';
import { keepPromises as seeToPromises } from '../../workflows/financing-demand/answer/rules/kept-promises.ts';
import { KeepPromises } from '../../workflows/financing-demand/answer/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { log, withoutPersonalData } from '../shared/log.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { answeredDemand } from './answer/answered-demand.ts';
import { countAll } from './answer/counted-writes.ts';
import type { AnswerKey } from './store/answer-store.ts';
import { type ServicesWithAnswers, servicesWithAnswers } from './store/services-with-answers.ts';

type PromiseServices = Pick<
  ServicesWithAnswers,
  'answers' | 'reports' | 'cases' | 'financingRules' | 'outbox' | 'commit' | 'now'
>;

/** So many of a run; what is left goes with the next one. */
const MOST = 200;

/** Reminds institutions of what they promised, and tells office and enterprise of what was broken. Found by their time, not by a scan. */
export async function keepPromises(
  _event: unknown,
  services: PromiseServices,
): Promise<z.input<typeof KeepPromises.output>> {
  const due = await services.answers.due(services.now(), MOST);
  let seenTo = 0;
  for (const key of due) if (await keepUnlessBroken(key, services)) seenTo++;
  return { seenTo };
}

/** The rest is kept whatever is wrong with one, which is the first of every run until it is mended. */
async function keepUnlessBroken(key: AnswerKey, services: PromiseServices): Promise<boolean> {
  try {
    return await untilFresh(() => keepOne(key, services));
  } catch (error) {
    log.error('promise not kept', { ...key, ...withoutPersonalData(error) });
    return false;
  }
}

/** In one transaction: the answer, the audit, the counters and who is told; false where somebody else saw to it. */
async function keepOne(key: AnswerKey, services: PromiseServices): Promise<boolean> {
  const { answers, cases, commit, now } = services;
  const answer = await answers.read(key);
  if (!answer?.wakeAt || Date.parse(answer.wakeAt) > now().getTime()) return false;
  const demand = await answeredDemand(key.demandId, key.institutionId, services);
  if (!demand.seen) {
    await commit(answers.put(answer, withoutPromises(answer)));
    return true;
  }
  const at = localInstant(now());
  const { institutionId } = answer;
  const { next, events } = seeToPromises(answer, now(), at);
  const broken = events.filter(({ kind }) => kind === 'broken').map(({ promise }) => promise);
  const kind = broken.length > 0 ? 'promise-broken' : 'promise-reminded';
  const deed = {
    kind,
    at,
    actor: { by: 'platform', step: 'KeepPromises' },
    details: { institutionId, promises: events.map(({ promise }) => promise) },
  } as const;
  const counts = {
    ...(broken.includes('contact') && { overdueContacts: 1 }),
    ...(broken.includes('decision') && { overdueDecisions: 1 }),
  };
  await commit([
    ...answers.put(answer, next),
    ...cases.change(demand.case, {}, deed),
    ...countAll(services.reports, demand.detail, institutionId, counts, at),
    ...events.flatMap(({ kind: what, promise, dueAt }) =>
      services.outbox.notify(`promise-${what}`, demand.case, at, {
        institutionId,
        promise,
        dueAt,
      }),
    ),
  ]);
  return true;
}

/** Nobody waits for the answer to a demand that is over, or that the institution may not see any more. */
function withoutPromises({ wakeAt: _, ...answer }: Answer): Answer {
  return { ...answer, version: answer.version + 1 };
}

export const handler = task(KeepPromises, keepPromises, servicesWithAnswers);
