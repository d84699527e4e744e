import { reasonOf, recheckPatent } from '../../../workflows/patent-funding/money/recheck.ts';
import { secondsUntilNextTry } from '../../../workflows/patent-funding/rules/registry-patience.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { maskedName } from '../../../workflows/shared/masking.ts';
import { RegistryUnreachableError } from '../registry/patent-registry.ts';
import type { FundingCase } from '../store/funding-case.ts';
import type { MoneyServices } from '../store/money-services.ts';
import { programmeToday } from './account.ts';
import type { Struck } from './strike-out.ts';

/** The registry does not answer: look again after so many seconds. */
export interface Unreachable {
  readonly seconds: number;
}

/** Looks at every granted patent again; answers those that fail now, with the rules they fail. */
export async function recheckGrant(
  { case: { caseId }, detail: { programmeId, grant } }: FundingCase,
  services: MoneyServices,
): Promise<Struck | Unreachable> {
  const numbers = grant?.patents.map(({ number }) => number) ?? [];
  const records = await lookUp(numbers, services);
  if ('seconds' in records) return records;
  const programme = await programmeToday(programmeId, services);
  const rows = await services.applications.read(caseId);
  const granted = rows.filter(({ amountFen }) => amountFen !== undefined);
  const others = await otherHolders(numbers, caseId, services);
  const struck = new Map<string, Bilingual>();
  for (const patent of granted) {
    const { number } = patent;
    const registered = records.get(number);
    const failed = recheckPatent({ patent, registered, otherHolder: others.get(number), programme });
    if (failed.length > 0) struck.set(number, reasonOf(failed));
  }
  return struck;
}

/** Whose a patent is that should be this case's; masked. */
async function otherHolders(
  numbers: readonly string[],
  caseId: string,
  { patentClaims }: MoneyServices,
): Promise<Map<string, string>> {
  const holders = [...(await patentClaims.holdersOf(numbers)).values()];
  const others = holders.filter((holder) => holder.caseId !== caseId);
  return new Map(others.map(({ number, applicantName }) => [number, maskedName(applicantName)]));
}

async function lookUp(numbers: readonly string[], { registry, now }: MoneyServices) {
  try {
    return await registry.find(numbers);
  } catch (error) {
    if (!(error instanceof RegistryUnreachableError)) throw error;
    const at = now();
    return { seconds: secondsUntilNextTry(at.toISOString(), at) };
  }
}
