import type { PatentRow } from '../../workflows/patent-funding/contract.ts';
import type { RegistryRecord } from '../../workflows/patent-funding/registry/contract.ts';
import { assessPatent } from '../../workflows/patent-funding/rules/assess-patent.ts';
import { hasPassed } from '../../workflows/patent-funding/rules/patent-row.ts';
import { secondsUntilNextTry } from '../../workflows/patent-funding/rules/registry-patience.ts';
import { AssessPatents } from '../../workflows/patent-funding/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { RegistryUnreachableError } from './registry/patent-registry.ts';
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
    const records = await lookUp(rows, services);
    if (records === undefined) return { caseId, next: 'wait', seconds: await wait(funding, services) };
    await assess(funding, rows, records, services);
    return { caseId, next: 'claim' };
  });
}

type Records = ReadonlyMap<string, RegistryRecord>;

async function lookUp(rows: readonly PatentRow[], { registry }: Services): Promise<Records | undefined> {
  try {
    return await registry.find(rows.map(({ number }) => number));
  } catch (error) {
    if (error instanceof RegistryUnreachableError) return undefined;
    throw error;
  }
}

/** The first time is told in the timeline; later ones only make the next try come later. */
async function wait({ case: read, detail }: FundingCase, services: Services): Promise<number> {
  const now = services.now();
  const at = localInstant(now);
  const since = detail.registryUnreachableSince;
  if (since === undefined) {
    const change = { detail: { ...detail, registryUnreachableSince: at } };
    await services.commit(
      services.cases.change(read, change, { kind: 'registry-unreachable', at, actor: ACTOR }),
    );
  }
  return secondsUntilNextTry(since ?? at, now);
}

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
  const { registryUnreachableSince: _, ...known } = detail;
  await services.commit([
    ...services.cases.change(
      read,
      { detail: { ...known, assessment: { assessedAt: at, ...counts } } },
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
