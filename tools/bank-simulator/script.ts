import type { GivenAnswer } from '../../workflows/financing-demand/answer/contract.ts';
import type { DemandSeen } from '../../workflows/financing-demand/demand-seen.ts';
import { daysAfter } from '../../workflows/shared/working-days.ts';

interface Script {
  readonly text: string;
  /** What is said to a new demand, one after the other. */
  readonly answers: (demand: DemandSeen, today: string) => readonly GivenAnswer[];
}

const offer = ({ terms }: DemandSeen, today: string, rateBasisPoints: number): GivenAnswer => ({
  kind: 'offer',
  amountFen: terms.amountToFen,
  rateBasisPoints,
  termMonths: terms.termMonths,
  validUntilOn: daysAfter(today, 30),
});

/** How a simulated institution may answer demands. */
export const SCRIPTS = {
  offer: {
    text: 'takes the order, contacts, offers all of it a little below the highest rate',
    answers: (demand, today) => [
      { kind: 'acknowledged' },
      { kind: 'contacted' },
      offer(demand, today, Math.max(0, demand.terms.highestRateBasisPoints - 30)),
    ],
  },
  cheap: {
    text: 'offers at once and far below the highest rate',
    answers: (demand, today) => [
      offer(demand, today, Math.max(0, demand.terms.highestRateBasisPoints - 100)),
    ],
  },
  refuse: {
    text: 'refuses at once',
    answers: () => [{ kind: 'refusal', reason: 'no-product', text: '暂无匹配产品（模拟）' }],
  },
  doubled: {
    text: 'says everything twice under the same key',
    answers: (demand, today) => [offer(demand, today, demand.terms.highestRateBasisPoints)],
  },
  lying: {
    text: 'offers by a signed message, then sends it again, forged, changed and late',
    answers: (demand, today) => [offer(demand, today, demand.terms.highestRateBasisPoints)],
  },
  late: { text: 'takes the order and does nothing more', answers: () => [{ kind: 'acknowledged' }] },
  mute: { text: 'reads and says nothing', answers: () => [] },
} as const satisfies Record<string, Script>;

export type ScriptName = keyof typeof SCRIPTS;

export function isScriptName(name: string): name is ScriptName {
  return Object.hasOwn(SCRIPTS, name);
}
