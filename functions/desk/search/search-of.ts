import type * as z from 'zod';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { actingFor } from '../../../workflows/shared/delegation.ts';
import type { ListDeskTasks } from '../../../workflows/shared/desk-routes.ts';
import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { procedureNames } from '../../../workflows/shared/procedures.ts';
import { endOfDay, localDateOf, startOfDay } from '../../../workflows/shared/working-days.ts';
import type { Services } from '../../shared/services.ts';
import { PARTITION, type QueuePartition } from '../../shared/store/desk-key.ts';
import type { DeskSearch } from '../../shared/store/desk-search.ts';
import { usccsAsked } from './enterprises-asked.ts';

export type DeskQuery = z.output<typeof ListDeskTasks.query>;

/**
 * Which partitions of which index answer what was asked. What is narrowed further inside them is small by itself: an
 * officer's own list, or what one department holds of one enterprise (docs/access-patterns.md).
 */
export async function searchOf(
  actor: Actor,
  departmentId: string,
  query: DeskQuery,
  services: Pick<Services, 'desk' | 'roster' | 'now'>,
): Promise<DeskSearch> {
  const { status, holder, dueFromOn, dueToOn } = query;
  const usccs = await usccsAsked(departmentId, query, services);
  const holders = holder === 'mine' ? await mine(actor, departmentId, query, services) : undefined;
  return {
    list: listName(departmentId, query),
    partitions: partitionsOf(departmentId, query, usccs, holders && [...holders.keys()]),
    due: {
      from: dueFromOn && startOfDay(dueFromOn),
      through: dueToOn && endOfDay(dueToOn),
    },
    keep: keeps(status, holder, holders),
  };
}

function listName(departmentId: string, { limit: _, cursor: __, status, ...asked }: DeskQuery): string {
  const { department: ___, holder, ...filters } = asked;
  const narrowed = [...(holder === 'anybody' ? [] : [holder]), ...Object.entries(filters).flat()];
  return ['desk', departmentId, status, ...narrowed].join('#');
}

function partitionsOf(
  departmentId: string,
  { status, holder }: DeskQuery,
  usccs: readonly string[] | undefined,
  holders: readonly string[] | undefined,
): QueuePartition[] {
  if (usccs) return usccs.map((uscc) => PARTITION.ofEnterprise(departmentId, status, uscc));
  if (holders) return holders.map((personId) => PARTITION.heldBy(departmentId, status, personId));
  if (holder === 'nobody') return [PARTITION.heldBy(departmentId, status, undefined)];
  return [PARTITION.all(departmentId, status)];
}

type Holders = ReadonlyMap<string, readonly string[]>;

/** Oneself, and whom one acts for now; each with the procedures it is for. What was answered is its answerer's alone. */
async function mine(
  { personId }: Actor,
  departmentId: string,
  { status }: DeskQuery,
  { roster, now }: Pick<Services, 'roster' | 'now'>,
): Promise<Holders> {
  const holders = new Map<string, string[]>([[personId, procedureNames()]]);
  if (status !== 'OPEN') return holders;
  const { delegations } = await roster.read(departmentId);
  for (const workflow of procedureNames()) {
    for (const { whom } of actingFor(delegations, personId, workflow, localDateOf(now()))) {
      holders.set(whom.personId, [...(holders.get(whom.personId) ?? []), workflow]);
    }
  }
  return holders;
}

function keeps(
  status: DeskQuery['status'],
  holder: DeskQuery['holder'],
  holders: Holders | undefined,
): DeskSearch['keep'] {
  const holderOf = ({ decidedBy, assignee }: DeskTaskSummary) =>
    (status === 'DECIDED' ? decidedBy : assignee)?.personId;
  if (holder === 'nobody') return (task) => holderOf(task) === undefined;
  if (!holders) return undefined;
  return (task) => holders.get(holderOf(task) ?? '')?.includes(task.workflow) ?? false;
}
