import type { PatentRow } from '../../workflows/patent-funding/contract.ts';
import type { RegistryRecord } from '../../workflows/patent-funding/registry/contract.ts';
import { assessPatent } from '../../workflows/patent-funding/rules/assess-patent.ts';
import { hasPassed } from '../../workflows/patent-funding/rules/patent-row.ts';
import { AssessPatents } from '../../workflows/patent-funding/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { answered, askRegistry, awaitRegistry } from './registry/unreachable.ts';
import { type FundingCase, readFundingUnderWay } from './store/funding-case.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Services = Pick<
  FundingServices,
  'applications' | 'cases' | 'commit' | 'now' | 'programmes' | 'registry'
>;
type Next = { caseId: string; next: 'claim' } | { caseId: string; next: 'wait'; seconds: number };

const ACTOR = { by: 'platform', step: 'AssessPatents' } as const;

/**
 * Judges every patent by the registry and the programme the case was accepted under, once: every failed rule is kept with the patent.
 * Where the registry does not answer the case waits; nothing is judged without it.
 */
export async function assessPatents(
  { caseId }: { readonly caseId: string },
  services: Services,
): Promise<Next> {
  return untilFresh(async () => {
    const funding = await readFundingUnderWay(caseId, services);
    if (funding.detail.assessment !== undefined) return { caseId, next: 'claim' };
    const rows = await services.applications.read(caseId);
    const records = await askRegistry(
      rows.map(({ number }) => number),
      services.registry,
    );
    if (records === undefined) {
      return { caseId, next: 'wait', seconds: await awaitRegistry(funding, ACTOR, services) };
    }
    await assess(answered(funding), rows, records, services);
    return { caseId, next: 'claim' };
  });
}

type Records = ReadonlyMap<string, RegistryRecord>;

async function assess(
  { case: read, detail }: FundingCase,
  rows: readonly PatentRow[],
  records: Records,
  services: Services,
): Promise<void> {
  const { programmeId, programmeVersion, applicant } = detail;
  const programme = await services.programmes.version(programmeId, programmeVersion);
  const assessed = rows.map((patent): PatentRow => {
    const registered = records.get(patent.number);
    const failed = assessPatent({ patent, registered, applicantName: applicant.name, programme });
    return { ...patent, failed, ...(registered && { registry: registered }) };
  });
  const at = localInstant(services.now());
  const passed = assessed.filter(hasPassed).length;
  const counts = { passed, failed: rows.length - passed };
  await services.commit([
    ...services.cases.change(
      read,
      { detail: { ...detail, assessment: { assessedAt: at, ...counts } } },
      { kind: 'patents-assessed', at, actor: ACTOR, details: { ...counts, ...failedByRule(assessed) } },
    ),
    ...services.applications.put(read.caseId, assessed),
  ]);
}

/** How many patents failed each rule. */
function failedByRule(rows: readonly PatentRow[]): { failedByRule: Record<string, number> } {
  const counts: Record<string, number> = {};
  for (const { ruleId } of rows.flatMap(({ failed = [] }) => failed)) {
    counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  }
  return { failedByRule: counts };
}

export const handler = task(AssessPatents, assessPatents, fundingServices);
