import * as z from 'zod';
import {
  LadderLevel,
  PatentKind,
  type Programme,
  ProgrammeClosure,
} from '../../../../../workflows/patent-funding/programme.ts';
import { basisPointsOf, fenOfYuan, percent, yuan } from '../../../parts/money.ts';

/** Both languages, either of which may still be empty. */
const Texts = z.object({ zh: z.string(), en: z.string() });
const Industry = z.object({ id: z.string(), name: Texts, ipcPrefixes: z.string() });
const Budget = z.object({ year: z.string(), allotted: z.string() });

/** A version as it is being written: amounts in yuan, shares in percent, lists as text. */
const ProgrammeDraft = z.object({
  programmeId: z.string(),
  version: z.string(),
  effectiveOn: z.string(),
  source: z.string(),
  name: Texts,
  legalBasis: Texts,
  clauses: z.record(z.string(), Texts.extend({ clause: z.string() })),
  firstGrantOn: z.string(),
  lastGrantOn: z.string(),
  /** By kind; empty where the kind is not funded. */
  amounts: z.record(PatentKind, z.string()),
  feeShare: z.string(),
  enterpriseYearCap: z.string(),
  budgets: z.array(Budget),
  yearEnd: z.string(),
  noticeWorkingDays: z.string(),
  ordinary: z.string(),
  fast: z.string(),
  ladderLevels: z.array(LadderLevel),
  keyIndustries: z.array(Industry),
  keyIndustryShare: z.string(),
  areaNames: z.string(),
  maximumPatents: z.string(),
  reviewDepartmentId: z.string(),
  paymentDepartmentId: z.string(),
  /** Taken over as it is: an end by rule is not written anew with a version. */
  closedByRule: ProgrammeClosure.optional(),
});
export type ProgrammeDraft = z.infer<typeof ProgrammeDraft>;
export type DraftIndustry = z.infer<typeof Industry>;
export type DraftBudget = z.infer<typeof Budget>;

export function isProgrammeDraft(kept: unknown): kept is ProgrammeDraft {
  return ProgrammeDraft.safeParse(kept).success;
}

const money = (fen: number) => yuan(fen).replaceAll(',', '').replace(/\.00$/, '');
const share = (basisPoints: number) => percent(basisPoints).replace('%', '').replace(/\.00$/, '');

/** A version as it stands, to be written further. */
export function draftOf(programme: Programme): ProgrammeDraft {
  const { amounts, budgets, fastLane, promisedWorkingDays } = programme;
  const amountOf = (kind: PatentKind) => amounts.find((one) => one.kind === kind)?.amountFen;
  return {
    ...programme,
    amounts: {
      invention: written(amountOf('invention')),
      'utility-model': written(amountOf('utility-model')),
      design: written(amountOf('design')),
    },
    feeShare: share(programme.feeShareBasisPoints),
    enterpriseYearCap: money(programme.enterpriseYearCapFen),
    budgets: budgets.map(({ year, allottedFen }) => ({ year: String(year), allotted: money(allottedFen) })),
    noticeWorkingDays: String(programme.noticeWorkingDays),
    ordinary: String(promisedWorkingDays.ordinary),
    fast: String(promisedWorkingDays.fast),
    ladderLevels: fastLane.ladderLevels,
    keyIndustries: fastLane.keyIndustries.map(({ ipcPrefixes, ...industry }) => ({
      ...industry,
      ipcPrefixes: ipcPrefixes.join(' '),
    })),
    keyIndustryShare: share(fastLane.keyIndustryShareBasisPoints),
    areaNames: programme.areaNames.join(' '),
    maximumPatents: String(programme.maximumPatents),
  };
}

const written = (fen: number | undefined) => (fen === undefined ? '' : money(fen));

/** What is sent. The platform's rules judge it, so that it is not typed as right: what is no number stays the text it is. */
export function programmeOf(draft: ProgrammeDraft): Record<keyof Programme, unknown> {
  const { programmeId, version, effectiveOn, source, name, legalBasis, clauses, yearEnd } = draft;
  return {
    programmeId: programmeId.trim(),
    version: version.trim(),
    effectiveOn,
    source,
    name,
    legalBasis,
    clauses,
    firstGrantOn: draft.firstGrantOn,
    lastGrantOn: draft.lastGrantOn,
    amounts: Object.entries(draft.amounts)
      .filter(([, text]) => text.trim() !== '')
      .map(([kind, text]) => ({ kind, amountFen: read(text, fenOfYuan) })),
    feeShareBasisPoints: read(draft.feeShare, basisPointsOf),
    enterpriseYearCapFen: read(draft.enterpriseYearCap, fenOfYuan),
    budgets: draft.budgets.map(({ year, allotted }) => ({
      year: read(year, whole),
      allottedFen: read(allotted, fenOfYuan),
    })),
    yearEnd,
    noticeWorkingDays: read(draft.noticeWorkingDays, whole),
    reviewDepartmentId: draft.reviewDepartmentId,
    paymentDepartmentId: draft.paymentDepartmentId,
    promisedWorkingDays: { ordinary: read(draft.ordinary, whole), fast: read(draft.fast, whole) },
    fastLane: {
      ladderLevels: draft.ladderLevels,
      keyIndustries: draft.keyIndustries.map(({ ipcPrefixes, ...industry }) => ({
        ...industry,
        ipcPrefixes: words(ipcPrefixes),
      })),
      keyIndustryShareBasisPoints: read(draft.keyIndustryShare, basisPointsOf),
    },
    areaNames: words(draft.areaNames),
    maximumPatents: read(draft.maximumPatents, whole),
    closedByRule: draft.closedByRule,
  };
}

/** Where the amount of a kind stands in what is sent. */
export function amountPointer(draft: ProgrammeDraft, kind: PatentKind): string {
  const funded = Object.entries(draft.amounts).filter(([, text]) => text.trim() !== '');
  return `/amounts/${funded.findIndex(([one]) => one === kind)}/amountFen`;
}

const words = (text: string) => text.split(/[\s,，;；、]+/).filter(Boolean);
const whole = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

function read(text: string, as: (text: string) => number | undefined): unknown {
  return text.trim() === '' ? undefined : (as(text.trim()) ?? text);
}
