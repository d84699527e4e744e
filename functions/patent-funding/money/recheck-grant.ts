import { reasonOf, recheckPatent } from '../../../workflows/patent-funding/money/recheck.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { maskedName } from '../../../workflows/shared/masking.ts';
import { askRegistry } from '../registry/unreachable.ts';
import type { FundingCase } from '../store/funding-case.ts';
import type { MoneyServices } from '../store/money-services.ts';
import { programmeToday } from './account.ts';
import type { Struck } from './strike-out.ts';

/** Looks at every granted patent again; answers those that fail now, with the rules they fail; undefined where the registry does not answer. */
export async function recheckGrant(
  { case: { caseId }, detail: { programmeId, grant } }: FundingCase,
  services: MoneyServices,
): Promise<Struck | undefined> {
  const numbers = grant?.patents.map(({ number }) => number) ?? [];
  const records = await askRegistry(numbers, services.registry);
  if (records === undefined) return undefined;
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
