import { createHash, randomBytes } from 'node:crypto';
import type { RegisterLoad } from '../../workflows/listing-certificate/register/contract.ts';
import {
  BeginRegisterLoad,
  type NewRegisterLoad,
} from '../../workflows/listing-certificate/register/routes.ts';
import { rulesOn } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { s3 } from '../shared/aws/s3.ts';
import { stepFunctions } from '../shared/aws/step-functions.ts';
import { setting } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { type RegisterFiles, registerFiles } from './client/register-files.ts';
import { type RegisterMachine, registerMachine } from './client/register-machine.ts';
import { type RegisterUploads, registerUploads } from './client/register-upload.ts';
import { aboutFaults } from './register/about-faults.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type Contract = typeof BeginRegisterLoad;

interface BeginServices extends ServicesWithRegisters {
  readonly files: Pick<RegisterFiles, 'put'>;
  readonly uploads: RegisterUploads;
  readonly registerMachine: RegisterMachine;
}

const UPLOAD_SECONDS = 15 * 60;

/**
 * Announces a load of the caller's register. Records in the request are stored as its file and loaded at once; otherwise the
 * reply says where the file goes. A load that was announced and never began is begun by start-register-load.
 */
export async function beginRegisterLoad(
  input: RouteInput<Contract>,
  services: BeginServices,
): Promise<RouteReply<Contract>> {
  const { actor, body } = input;
  const now = services.now();
  const { catalogue } = rulesOn(listingRuleVersions(), localDateOf(now));
  const faults = aboutFaults(body, actor.organisationId, catalogue, localDateOf(now));
  if (faults.length > 0) throw refusedForFaults(faults);

  const reply = await untilFresh(() => announce(input, now, services));
  if (body.format === 'json') await services.registerMachine.start(reply.body.load);
  return reply;
}

async function announce(
  { actor, body, idempotency }: RouteInput<Contract>,
  now: Date,
  services: BeginServices,
): Promise<RouteReply<Contract> & { body: { load: RegisterLoad } }> {
  const bytes = body.format === 'json' ? Buffer.from(JSON.stringify(body.records)) : undefined;
  const sequence = await services.numbers.next(`register-load#${actor.organisationId}`);
  const load: RegisterLoad = {
    departmentId: actor.organisationId,
    loadId: loadIdOf(sequence.value),
    status: 'AWAITING_FILE',
    fieldIds: body.fieldIds,
    coverage: body.coverage,
    ...fileOf(body, bytes),
    createdAt: localInstant(now),
    createdBy: { personId: actor.personId, personName: actor.personName },
  };
  if (bytes) await services.files.put(load, bytes);
  const upload = bytes ? {} : { upload: await uploadFor(load, now, services.uploads) };
  const reply = {
    body: { load, ...upload },
    location: `/v1/register/loads/${load.loadId}`,
  };
  await services.commit([
    services.idempotency.remember(idempotency, reply, now),
    sequence.take,
    services.registers.create(load),
  ]);
  return reply;
}

/**
 * Ids of a department sort in the order of announcement, whatever clocks say: `00000012-9f86d081884c7d65`. The random part names the
 * execution, in which departments must not meet.
 */
function loadIdOf(sequence: number): string {
  return `${String(sequence).padStart(8, '0')}-${randomBytes(8).toString('hex')}`;
}

function fileOf(
  body: NewRegisterLoad,
  bytes: Buffer | undefined,
): Pick<RegisterLoad, 'format' | 'sizeBytes' | 'sha256'> {
  if (body.format !== 'json') return { format: body.format, sizeBytes: body.sizeBytes, sha256: body.sha256 };
  const content = bytes ?? Buffer.alloc(0);
  return {
    format: 'json',
    sizeBytes: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

async function uploadFor(load: RegisterLoad, now: Date, uploads: RegisterUploads) {
  const address = await uploads.addressFor(load, load, UPLOAD_SECONDS);
  const expiresAt = localInstant(new Date(now.getTime() + UPLOAD_SECONDS * 1000));
  return { ...address, expiresAt };
}

export const handler = route(BeginRegisterLoad, beginRegisterLoad, () => {
  const { registers } = servicesWithRegisters();
  return extended({
    registers,
    files: registerFiles(s3(), setting('DOCUMENTS_BUCKET')),
    uploads: registerUploads(s3(), setting('DOCUMENTS_BUCKET')),
    registerMachine: registerMachine(stepFunctions()),
  });
});
