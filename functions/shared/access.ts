import type { Actor } from '../../workflows/shared/actor.ts';
import type { Case } from '../../workflows/shared/case.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import type { Access } from '../../workflows/shared/route-contract.ts';
import type { Supplement } from '../../workflows/shared/supplement.ts';
import type { Demand } from './demand.ts';
import { RefusedError } from './errors.ts';
import type { Services } from './services.ts';

/** The thing of the path, loaded and found to be within the actor's reach. */
export interface Reached {
  readonly case?: Case;
  readonly task?: DeskTask;
  readonly supplement?: Supplement;
  /** USCC of the institution of the path, which may say `me`. */
  readonly institutionId?: string;
  readonly demand?: Demand;
}

/** How a procedure's own kind of object is reached: known to its own routes, and loaded by them alone. */
export type Reacher = (
  actor: Actor,
  params: Readonly<Record<string, string | undefined>>,
  services: Pick<Services, 'cases' | 'now'>,
) => Promise<Reached>;

/** @throws RefusedError 403 where this kind of organisation may not call the route at all */
export function refuseOtherKinds(access: Access, actor: Actor): void {
  if (access.who === 'public' || access.who.includes(actor.organisationKind)) return;
  throw new RefusedError({
    status: 403,
    code: 'not-for-this-organisation',
    zh: '您所在的单位无权使用此功能',
    en: 'This is not for your kind of organisation',
  });
}

/**
 * Access by object, the one place for it: an enterprise reaches its own cases, a department its tasks and the cases they
 * belong to, the office all. What is another's and what does not exist answer alike, so that neither tells of the other.
 * @throws RefusedError 403; for the office, which may see everything, 404
 */
export async function reach(
  access: Access,
  actor: Actor,
  params: Readonly<Record<string, string | undefined>>,
  services: Pick<Services, 'cases' | 'desk' | 'now'>,
  reacher?: Reacher,
): Promise<Reached> {
  if (access.who === 'public' || access.object === undefined) return {};
  switch (access.object) {
    case 'case':
      return { case: await reachCase(actor, params.caseId ?? '', services) };
    case 'task':
      return { task: await reachTask(actor, params.taskId ?? '', services) };
    case 'supplement':
      return { supplement: await reachSupplement(actor, params.supplementId ?? '', services) };
    case 'institution':
      return { institutionId: reachInstitution(actor, params.institutionId ?? '') };
    case 'demand':
      if (!reacher) throw new Error('a route whose object is a demand is made by demandRoute');
      return reacher(actor, params, services);
  }
}

async function reachCase(
  actor: Actor,
  caseId: string,
  services: Pick<Services, 'cases' | 'desk'>,
): Promise<Case> {
  const found = await services.cases.read(caseId);
  if (found && (await isOwnCase(actor, found, services))) return found;
  throw outOfReach(actor, 'case');
}

/** Only a department's question needs the desk: routes that are not for departments have no access to its table. */
async function isOwnCase(
  { organisationKind, organisationId }: Actor,
  { caseId, applicant }: Case,
  services: Pick<Services, 'desk'>,
): Promise<boolean> {
  if (organisationKind === 'office') return true;
  if (organisationKind === 'enterprise') return applicant.uscc === organisationId;
  if (organisationKind !== 'department') return false;
  return (await services.desk.ofCase(caseId)).some((task) => task.departmentId === organisationId);
}

/** One task of those a request names in its body. @throws as {@link reach} */
export async function reachTask(
  actor: Actor,
  taskId: string,
  { desk }: Pick<Services, 'desk'>,
): Promise<DeskTask> {
  const found = await desk.read(taskId);
  const own =
    actor.organisationKind === 'office' ||
    (actor.organisationKind === 'department' && found?.departmentId === actor.organisationId);
  if (found && own) return found;
  throw outOfReach(actor, 'task');
}

/** The enterprise that was asked, the department that asked, and the office. */
async function reachSupplement(
  { organisationKind, organisationId, ...actor }: Actor,
  supplementId: string,
  { desk }: Pick<Services, 'desk'>,
): Promise<Supplement> {
  const found = await desk.supplements.read(supplementId);
  const own =
    organisationKind === 'office' ||
    (organisationKind === 'enterprise' && found?.applicantUscc === organisationId) ||
    (organisationKind === 'department' && found?.departmentId === organisationId);
  if (found && own) return found;
  throw outOfReach({ organisationKind, organisationId, ...actor }, 'supplement');
}

/** An institution reaches itself, the office all; whether it exists shows where its things are read. */
function reachInstitution(actor: Actor, institutionId: string): string {
  if (actor.organisationKind === 'office' && institutionId !== 'me') return institutionId;
  const own = institutionId === 'me' || institutionId === actor.organisationId;
  if (actor.organisationKind === 'bank' && own) return actor.organisationId;
  throw outOfReach(actor, 'institution');
}

const WORDS = {
  demand: { zh: '融资需求', en: 'financing demand' },
  case: { zh: '办件', en: 'case' },
  task: { zh: '待办', en: 'task' },
  supplement: { zh: '补正', en: 'supplement' },
  institution: { zh: '机构', en: 'institution' },
} as const;

/** What is another's and what does not exist answer alike; the office may know that it does not exist. */
export function outOfReach(actor: Actor, what: keyof typeof WORDS): RefusedError {
  const { zh, en } = WORDS[what];
  if (actor.organisationKind === 'office') {
    return new RefusedError({
      status: 404,
      code: `${what}-not-found`,
      zh: `没有这个${zh}`,
      en: `There is no such ${en}`,
    });
  }
  return new RefusedError({
    status: 403,
    code: `not-your-${what}`,
    zh: `没有这个${zh}，或者它不归您所在的单位`,
    en: `There is no such ${en}, or it is not your organisation's`,
  });
}
