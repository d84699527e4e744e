import type { RegisterLoad } from '../../workflows/listing-certificate/register/contract.ts';
import { type JudgedFile, judgeFile } from '../../workflows/listing-certificate/register/rules/judge-file.ts';
import { LoadRegister } from '../../workflows/listing-certificate/register/steps.ts';
import { rulesOn } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { s3 } from '../shared/aws/s3.ts';
import { setting } from '../shared/config.ts';
import { extended } from '../shared/services.ts';
import { task } from '../shared/task.ts';
import { type RegisterFiles, registerFiles } from './client/register-files.ts';
import { fileLines } from './register/file-lines.ts';
import { tellOfLoad } from './register/tell-of-load.ts';
import { listingRuleVersions } from './store/listing-rules.ts';
import type { LoadKey } from './store/register-records.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

interface LoadServices extends Pick<ServicesWithRegisters, 'registers' | 'outbox' | 'commit' | 'now'> {
  readonly files: Pick<RegisterFiles, 'read'>;
}

/**
 * Reads a load's file and lays its records ready under the load's own key, or lists every bad line and refuses the whole file. A
 * second run writes the same items again.
 */
export async function loadRegister(
  key: LoadKey,
  services: LoadServices,
): Promise<LoadKey & { verdict: 'good' | 'refused' }> {
  const { registers, outbox, commit, now } = services;
  const load = await registers.load(key);
  if (!load) throw new Error(`there is no load ${key.loadId} of ${key.departmentId}`);
  if (load.status === 'REFUSED') return { ...key, verdict: 'refused' };
  await commit([registers.end(key, { status: 'LOADING' })]);
  const judged = await judgedFile(load, services);
  if (judged.ok) {
    await registers.records.write(key, judged.records);
    await commit([registers.end(key, { status: 'LOADING', recordCount: judged.records.length })]);
    return { ...key, verdict: 'good' };
  }
  await registers.records.writeFaults(key, judged.lines);
  const endedAt = localInstant(now());
  const refused = { status: 'REFUSED', badLineCount: judged.lines.length } as const;
  await commit([registers.end(key, { ...refused, endedAt }), ...tellOfLoad(outbox, load, refused, endedAt)]);
  return { ...key, verdict: 'refused' };
}

async function judgedFile(load: RegisterLoad, { files, now }: LoadServices): Promise<JudgedFile> {
  const read = await fileLines(await files.read(load), load);
  if (!read.ok) return read;
  const { catalogue, ruleSet } = rulesOn(listingRuleVersions(), localDateOf(now()));
  const fields = catalogue.fields.filter((field) => load.fieldIds.includes(field.id));
  return judgeFile(read.lines, { fields, ruleSet, coverage: load.coverage });
}

export const handler = task(LoadRegister, loadRegister, () => {
  const { registers } = servicesWithRegisters();
  return extended({ registers, files: registerFiles(s3(), setting('DOCUMENTS_BUCKET')) });
});
