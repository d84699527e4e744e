import type { Fault } from '../../../shared/fault.ts';
import { canonicalPatentNumber, isPatentNumber } from '../../../shared/identifiers.ts';
import { kindOf } from '../../rules/patent-kind.ts';
import type { PassCertificate, PreExaminationForm } from '../contract.ts';

interface Filing {
  readonly number: string;
  readonly filedOn: string;
}

interface Context {
  readonly kind: PreExaminationForm['kind'];
  readonly certificate: PassCertificate;
  readonly todayOn: string;
}

const WORDS = {
  'patent-number': {
    zh: '专利申请号格式或校验位不正确',
    en: 'The application number or its check digit is wrong',
  },
  'another-kind': { zh: '申请号所示专利类型与预审不符', en: 'The number is of another kind of patent' },
  'another-year': { zh: '申请号年份与申请日不符', en: 'The number is of another year than the filing' },
  'filed-in-the-future': { zh: '申请日晚于今天', en: 'Filed after today' },
  'filed-before-pass': { zh: '申请日早于预审合格日期', en: 'Filed before the pre-examination was passed' },
  'filed-too-late': {
    zh: '申请日晚于预审合格证明的有效期',
    en: 'Filed after the pass certificate had lapsed',
  },
} as const;

const fault = (pointer: string, code: keyof typeof WORDS): Fault => ({ pointer, code, ...WORDS[code] });

/** Everything wrong with a filing that is reported for a pass certificate. */
export function filingFaults({ number: told, filedOn }: Filing, context: Context): Fault[] {
  const number = canonicalPatentNumber(told);
  return [...numberFaults(number, filedOn, context), ...dayFaults(filedOn, context)];
}

function numberFaults(number: string, filedOn: string, { kind }: Context): Fault[] {
  if (!isPatentNumber(number)) return [fault('/number', 'patent-number')];
  return [
    ...(kindOf(number) === kind ? [] : [fault('/number', 'another-kind')]),
    ...(number.slice(0, 4) === filedOn.slice(0, 4) ? [] : [fault('/number', 'another-year')]),
  ];
}

function dayFaults(filedOn: string, { certificate: { issuedAt, fileBy }, todayOn }: Context): Fault[] {
  if (filedOn > todayOn) return [fault('/filedOn', 'filed-in-the-future')];
  if (filedOn < issuedAt.slice(0, 10)) return [fault('/filedOn', 'filed-before-pass')];
  return filedOn > fileBy ? [fault('/filedOn', 'filed-too-late')] : [];
}
