import type { PatentRow } from '../../../workflows/patent-funding/contract.ts';
import type { Beneficiary, Funded } from '../../../workflows/patent-funding/ledger/contract.ts';
import { type LadderLevel, LadderLevel as Levels } from '../../../workflows/patent-funding/programme.ts';
import { ladderOf } from '../../shared/store/ladder.ts';
import type { FundingCase } from '../store/funding-case.ts';

/** For whom money is moved, and what the reports count it by: the ladder as it stood when the application was assessed. */
export function beneficiaryOf({ case: { caseId, caseNumber, applicant }, detail }: FundingCase): Beneficiary {
  const on = acceptedAtOf({ detail }).slice(0, 10);
  const rungs = ladderOf(applicant.uscc, on)
    .filter(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn)
    .map(({ level }) => level);
  return {
    caseId,
    caseNumber,
    uscc: applicant.uscc,
    name: applicant.name,
    level: highest(rungs) ?? 'none',
    lane: detail.lane?.lane ?? 'ordinary',
  };
}

/** When the application was found good: the order in which those who wait are served. */
export function acceptedAtOf({ detail }: Pick<FundingCase, 'detail'>): string {
  const at = detail.assessment?.assessedAt;
  if (at === undefined) throw new Error('nothing was assessed');
  return at;
}

function highest(levels: readonly LadderLevel[]): LadderLevel | undefined {
  return Levels.options.toReversed().find((level) => levels.includes(level));
}

/** The industries of a programme. */
type Industries = readonly { readonly id: string; readonly ipcPrefixes: readonly string[] }[];

/** What is paid for these patents, by main IPC class (`H04`), industry of the programme and kind. */
export function fundedBy(rows: readonly PatentRow[], industries: Industries): Funded[] {
  const sums = new Map<string, Funded>();
  const add = (by: Funded['by'], name: string, amountFen: number) => {
    const before = sums.get(`${by}#${name}`);
    sums.set(`${by}#${name}`, {
      by,
      name,
      patents: (before?.patents ?? 0) + 1,
      amountFen: (before?.amountFen ?? 0) + amountFen,
    });
  };
  for (const { amountFen, kind, registry } of rows) {
    if (amountFen === undefined) continue;
    const ipc = (registry?.ipc ?? []).map((one) => one.replaceAll(' ', ''));
    const industry = industries.find(({ ipcPrefixes }) =>
      ipc.some((one) => ipcPrefixes.some((prefix) => one.startsWith(prefix))),
    );
    add('ipc', ipc[0]?.slice(0, 3) ?? 'none', amountFen);
    add('industry', industry?.id ?? 'other', amountFen);
    add('kind', kind, amountFen);
  }
  return [...sums.values()];
}
