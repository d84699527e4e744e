import { createHash, randomUUID } from 'node:crypto';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import type { Material } from '../../workflows/shared/material.ts';
import { SendMaterial } from '../../workflows/shared/material-routes.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { type ServicesWithFiles, servicesWithFiles } from '../shared/attachments/services-with-files.ts';
import { findAttachments, useAttachments } from '../shared/attachments/use-attachments.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { deskRules } from '../shared/store/desk-rules.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { addressees, departmentFaults } from './material/addressees.ts';
import { refuseUnlessUnderWay } from './transition/under-way.ts';

type Contract = typeof SendMaterial;

/**
 * 补充材料: what the applicant sends of its own accord, to all tasks that are open or to one department's, in one transaction with the
 * audit entry and what the departments are told. No clock stops. The tasks' versions rise, so that an officer who has not seen it
 * yet cannot decide past it; of it and the last decision exactly one comes first.
 */
export async function sendMaterial(
  input: RouteInput<Contract>,
  services: ServicesWithFiles,
): Promise<RouteReply<Contract>> {
  return untilFresh(() => store(input, services));
}

async function store(
  { case: { caseId }, body, actor, idempotency }: RouteInput<Contract>,
  services: ServicesWithFiles,
): Promise<RouteReply<Contract>> {
  const { cases, desk, outbox, idempotency: markers, commit, now } = services;
  const [found, tasks] = await Promise.all([cases.read(caseId), desk.ofCase(caseId)]);
  if (!found) throw new Error(`case ${caseId} is gone`);
  refuseUnlessUnderWay(found);
  const { rows, faults } = await findAttachments(body.attachmentIds, actor, '/attachmentIds', services);
  const all = [...faults, ...departmentFaults(tasks, body.departmentId)];
  if (all.length > 0) throw refusedForFaults(all);
  const at = localInstant(now());
  const rules = deskRules(localDateOf(now()));
  const open = addressees(tasks, body.departmentId, rules.material);
  const files = await useAttachments(rows, caseId, services);
  const material: Material = {
    materialId: randomUUID(),
    at,
    text: body.text,
    attachmentIds: body.attachmentIds,
    taskIds: open.map(({ taskId }) => taskId),
  };
  const reply = { body: material };
  const details = { ...recordOf(material), rules: rules.version };
  await commit([
    markers.remember(idempotency, reply, now()),
    desk.materials.add(caseId, material),
    ...open.flatMap((task) => desk.change(task, received(task))),
    ...files.writes,
    ...cases.change(found, {}, { kind: 'material-sent', at, actor: personOf(actor), details }),
    ...open.flatMap((task) => outbox.notify('material-sent', found, at, toldOf(task))),
  ]);
  return reply;
}

const received = ({ version, materials = 0 }: DeskTask) => ({
  materials: materials + 1,
  version: version + 1,
});

/** The audit holds not the text but its hash, so that a changed text shows. */
function recordOf({ materialId, text, attachmentIds, taskIds }: Material) {
  return {
    materialId,
    textSha256: createHash('sha256').update(text).digest('hex'),
    attachmentIds,
    taskIds,
  };
}

function toldOf({ taskId, departmentId, assignee }: DeskTask) {
  return { taskId, departmentId, ...(assignee && { officerId: assignee.personId }) };
}

export const handler = route(SendMaterial, sendMaterial, servicesWithFiles);
