import { demonstrationRegisters, uploadRegister } from '../../demo/register.ts';
import { seedFile } from '../../demo/seed.ts';
import { keepStaffList } from '../../demo/staff.ts';
import { demonstrationPdf, uploadAttachment } from '../../demo/upload.ts';
import type { Delegation } from '../../workflows/shared/desk-roster.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { TestPlatform } from './platform.ts';

/** What organisations own beside cases; the names of the path parameters that lead there. */
export interface OwnedThings {
  /** Uploaded by the enterprise qiyuan, checked, and used nowhere yet. */
  readonly attachmentId: string;
  /** Announced and uploaded by the tax department, and not started. */
  readonly loadId: string;
  /** From one officer of the environment department to another, made by its lead. */
  readonly delegationId: string;
}

export async function ownedThings(platform: TestPlatform): Promise<OwnedThings> {
  const enterprise = await platform.signIn('qiyuan');
  const { attachmentId } = await uploadAttachment(enterprise, '未用附件（虚构）.pdf', demonstrationPdf());
  return { attachmentId, loadId: await announcedLoad(platform), delegationId: await delegation(platform) };
}

async function announcedLoad({ signIn }: TestPlatform): Promise<string> {
  const register = demonstrationRegisters().find(({ departmentId }) => departmentId === 'tax');
  if (!register) throw new Error('the tax department has a demonstration register');
  const { file, format, fieldIds, coverage } = register;
  const about = { format, fieldIds, coverage };
  const content = seedFile(`demonstration/${file}`);
  return (await uploadRegister(await signIn('tax-officer'), about, content)).load.loadId;
}

async function delegation({ origin, runtime, signIn }: TestPlatform): Promise<string> {
  await keepStaffList(origin, 'environment');
  const today = localDateOf(new Date(runtime.clock.now()));
  const { body } = await (await signIn('environment-lead')).post<Delegation>('/v1/desk/delegations', {
    fromPersonId: 'environment-officer',
    toPersonId: 'environment-second-officer',
    fromOn: today,
    toOn: today,
    workflows: ['listing-certificate'],
  });
  return body.delegationId;
}
