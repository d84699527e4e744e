import type { ClaimedPatent } from '../../workflows/patent-funding/contract.ts';
import type { RegistryRecord } from '../../workflows/patent-funding/registry/contract.ts';
import { numberOf, type Portfolio, portfolioOf } from './portfolio.ts';

/** The three enterprises and their 40 patents: 26 good ones, and 14 that each fail another rule. */

export interface Applicant {
  readonly username: 'qiyuan' | 'lanxin' | 'yunhe';
  readonly uscc: string;
  readonly name: string;
}

export const APPLICANTS: Readonly<Record<Applicant['username'], Applicant>> = {
  qiyuan: { username: 'qiyuan', uscc: '91500112LJDEM0017W', name: '重庆启元示范智能装备股份有限公司' },
  lanxin: { username: 'lanxin', uscc: '91500112LJDEM00685', name: '重庆岚芯示范微电子有限公司' },
  yunhe: { username: 'yunhe', uscc: '91500112LJDEM00760', name: '重庆云禾示范新材料有限公司' },
};

/** What an enterprise may have at most: qiyuan's last good patent finds nothing left of it. */
export const CAP_FEN = 860_000;

/** The day after which the demonstration programme funds no grant any more, by rule. */
export const CLOSED_AFTER = '2026-06-30';

interface Fault {
  /** How the application tells it, and how the registry knows it. */
  readonly patent?: Partial<ClaimedPatent>;
  /** Absent: the registry does not know it. */
  readonly record?: Partial<RegistryRecord>;
}

/** One patent for each rule that can be failed by a patent alone. */
const FAULTS = (holder: string): readonly Fault[] => [
  {},
  { patent: { number: numberOf(9_000_001, 3) }, record: {} },
  { patent: { grantedOn: '2025-03-15' }, record: { grantedOn: '2025-03-14' } },
  { patent: { grantedOn: '2023-11-10' }, record: { grantedOn: '2023-11-10' } },
  { patent: { grantedOn: '2026-07-10' }, record: { grantedOn: '2026-07-10' } },
  { record: { patentees: ['示范大学（虚构）'] } },
  { record: { patentees: [holder, '示范大学（虚构）'] } },
  { record: { address: '重庆市万州区示范路9号' } },
  { record: { legalStatus: 'lapsed' } },
  { record: { abnormal: { listedOn: '2025-09-01', list: '演示名单' } } },
  { patent: { receipts: [] }, record: {} },
  { patent: { receivedElsewhereFen: 100_000 }, record: {} },
];

/** What each enterprise applies for. The jointly owned patent stands in two applications; the other faults are spread over both. */
export function portfolios(): Readonly<Record<Applicant['username'], Portfolio>> {
  const { qiyuan, lanxin, yunhe } = APPLICANTS;
  const [first, second] = [portfolioOf(qiyuan.name, 8_000_000, 10), portfolioOf(lanxin.name, 8_100_000, 7)];
  const joint = jointly([qiyuan.name, lanxin.name]);
  return {
    qiyuan: joined([joint, first, faulty(qiyuan.name, 8_200_000, 0, 6)]),
    lanxin: joined([joint, second, faulty(lanxin.name, 8_300_000, 6, 12)]),
    yunhe: portfolioOf(yunhe.name, 8_400_000, 9),
  };
}

/** One patent of two owners, each of whom says that the other waives: who comes second is told of the first. */
function jointly(holders: string[]): Portfolio {
  const { patents, records } = portfolioOf(holders[0] ?? '', 8_500_000, 1);
  return {
    patents: patents.map((patent) => ({ ...patent, patentees: holders, coOwnersWaive: true })),
    records: records.map((record) => ({ ...record, patentees: holders })),
  };
}

function faulty(holder: string, from: number, begin: number, end: number): Portfolio {
  const faults = FAULTS(holder).slice(begin, end);
  const { patents, records } = portfolioOf(holder, from, faults.length * 3);
  // Every third is a utility model; inventions alone keep the amounts plain.
  const inventions = patents.filter((_, index) => index % 3 !== 2).slice(0, faults.length);
  return {
    patents: inventions.map((patent, index) => ({ ...patent, ...faults[index]?.patent })),
    records: inventions.flatMap(({ number }, index) => {
      const fault = faults[index];
      const record = records.find((one) => one.number === number);
      if (fault?.record === undefined || record === undefined) return [];
      return [{ ...record, ...fault.record, number: fault.patent?.number ?? number }];
    }),
  };
}

function joined(parts: readonly Portfolio[]): Portfolio {
  return {
    patents: parts.flatMap(({ patents }) => patents),
    records: parts.flatMap(({ records }) => records),
  };
}
