import type { Behaviour } from '../../tools/bank-simulator/behaviour.ts';
import type { ScriptName } from '../../tools/bank-simulator/script.ts';

/** Who plays an institution: its account, how its endpoint behaves, what it answers to new demands. */
export interface Institution {
  readonly username: string;
  readonly zh: string;
  readonly script: ScriptName;
  readonly behaviour: Behaviour;
}

/** Six of the demonstration institutions. */
export const INSTITUTIONS: readonly Institution[] = [
  { username: 'bank-one', zh: '两江示范银行', script: 'offer', behaviour: 'good' },
  { username: 'bank-two', zh: '嘉陵示范银行（接收缓慢）', script: 'cheap', behaviour: 'slow' },
  { username: 'bank-three', zh: '山城示范银行（先故障后恢复）', script: 'late', behaviour: 'down' },
  { username: 'bank-four', zh: '渝江示范村镇银行（重复答复）', script: 'doubled', behaviour: 'good' },
  { username: 'small-loan-one', zh: '江北示范小贷（拒绝）', script: 'refuse', behaviour: 'good' },
  { username: 'guarantee-one', zh: '两江示范担保', script: 'offer', behaviour: 'good' },
];

/** An enterprise and whom it lets see its demand. */
export interface Enterprise {
  readonly username: string;
  readonly uscc: string;
  readonly name: string;
  readonly to: readonly string[];
  readonly urgent?: boolean;
  readonly anonymous?: boolean;
}

/** Five demands, each with a story of its own. */
export const ENTERPRISES = {
  /** Offers compared, one accepted. */
  compared: {
    username: 'qiyuan',
    uscc: '91500112LJDEM0017W',
    name: '重庆启元示范智能装备股份有限公司',
    to: ['bank-one', 'bank-two', 'bank-three'],
  },
  urgent: {
    username: 'lanxin',
    uscc: '91500112LJDEM00685',
    name: '重庆岚芯示范微电子有限公司',
    to: ['bank-two', 'bank-four'],
    urgent: true,
  },
  anonymous: {
    username: 'yunhe',
    uscc: '91500112LJDEM00760',
    name: '重庆云禾示范新材料有限公司',
    to: ['bank-one', 'bank-three', 'bank-four'],
    anonymous: true,
  },
  withdrawn: {
    username: 'jinyu',
    uscc: '91500105LJDEM0084N',
    name: '重庆锦渝示范汽车零部件有限公司',
    to: ['bank-one', 'bank-three'],
  },
  /** Refused by the first, offered to by the next. */
  nextRound: {
    username: 'qingfeng',
    uscc: '91500109LJDEM0092B',
    name: '重庆清峰示范生物医药有限公司',
    to: ['small-loan-one', 'guarantee-one'],
  },
} as const satisfies Record<string, Enterprise>;
