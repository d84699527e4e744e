import { CaseWithdrawnError } from '../../shared/errors.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';

interface Begun {
  readonly caseId: string;
  readonly name: string;
  readonly taskToken: string;
}

/**
 * Keeps the machine's token and looks then whether what it waits for is there already, so that whichever comes second, the token or
 * the end of the wait, sees the other. @throws CaseWithdrawnError where the case was withdrawn before the token was kept
 */
export async function beginWait(
  { caseId, name, taskToken }: Begun,
  isOver: () => Promise<boolean>,
  { cases, desk, machines }: Pick<ServicesWithMachines, 'cases' | 'desk' | 'machines'>,
): Promise<{ caseId: string }> {
  await desk.waits.keep({ caseId, name }, taskToken);
  const found = await cases.read(caseId);
  if (found?.status === 'WITHDRAWN') throw new CaseWithdrawnError(`case ${caseId} is withdrawn`);
  if (await isOver()) await machines.succeed(taskToken, { caseId });
  return { caseId };
}
