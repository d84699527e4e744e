import { createHash } from 'node:crypto';
import type { RegisterLoad, RegisterSettings } from '../workflows/listing-certificate/register/contract.ts';
import type { NewRegisterLoad } from '../workflows/listing-certificate/register/routes.ts';
import type { Person } from './person.ts';
import { demonstrationData, seedFile } from './seed.ts';
import { waitFor } from './wait.ts';

/** A register of seeds/demonstration, and what its department chose. */
export interface DemonstrationRegister {
  readonly departmentId: string;
  readonly file: string;
  readonly format: 'csv';
  readonly fieldIds: string[];
  readonly coverage: RegisterLoad['coverage'];
  readonly settings: RegisterSettings;
}

export function demonstrationRegisters(): readonly DemonstrationRegister[] {
  return demonstrationData<{ registers: DemonstrationRegister[] }>('registers.json').registers;
}

/** Loads it, and lets clean results go out at once. */
export async function loadDemonstrationRegister(
  officer: Person,
  { file, format, fieldIds, coverage, settings }: DemonstrationRegister,
): Promise<RegisterLoad> {
  const load = await loadRegister(officer, { format, fieldIds, coverage }, seedFile(`demonstration/${file}`));
  await letGoOutAtOnce(officer, settings);
  return load;
}

type About = Pick<RegisterLoad, 'fieldIds' | 'coverage'> & { readonly format: 'csv' | 'xlsx' };

interface Begun {
  readonly load: RegisterLoad;
  readonly upload: { readonly url: string; readonly headers: Record<string, string> };
}

/** Loads a file as the register of the officer's department: announce, upload, start, and wait for how it ends. */
export async function loadRegister(officer: Person, about: About, file: Buffer): Promise<RegisterLoad> {
  const { load } = await uploadRegister(officer, about, file);
  return startRegister(officer, load);
}

/** Announces a file and puts it where the answer says. */
export async function uploadRegister(officer: Person, about: About, file: Buffer): Promise<Begun> {
  const announced: NewRegisterLoad = {
    ...about,
    sizeBytes: file.byteLength,
    sha256: createHash('sha256').update(file).digest('hex'),
  };
  const { body } = await officer.post<Begun>('/v1/register/loads', announced);
  const { url, headers } = body.upload;
  const stored = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(file) });
  if (!stored.ok) throw new Error(`the bucket did not take the file: ${await stored.text()}`);
  return body;
}

/** @param patienceMs how long the load may take */
export async function startRegister(
  officer: Person,
  { loadId }: RegisterLoad,
  patienceMs?: number,
): Promise<RegisterLoad> {
  const path = `/v1/register/loads/${loadId}`;
  await officer.post(`${path}/start`, undefined);
  return waitFor(
    'the end of the load',
    async () => {
      const { body } = await officer.get<RegisterLoad>(path);
      return body.endedAt === undefined ? undefined : body;
    },
    patienceMs,
  );
}

/** Lets clean results go out at once, in the fields and with the age that the settings say. */
export async function letGoOutAtOnce(officer: Person, settings: RegisterSettings): Promise<void> {
  const { etag } = await officer.get('/v1/register');
  await officer.put('/v1/register/settings', settings, { etag });
}
