import type { Fault } from './fault.ts';
import { isUscc, USCC_SHAPE } from './identifiers.ts';
import { isSameName } from './same-name.ts';

/** An enterprise by its code and name: who is logged in, as the verified token says, or who applies, as the request does. */
export interface Caller {
  readonly uscc: string;
  readonly name: string;
}

const WORDS = {
  'uscc-malformed': {
    zh: '统一社会信用代码应为18位，由数字和大写字母组成（不含I、O、S、V、Z）',
    en: 'A unified social credit code has 18 characters, digits and capitals without I, O, S, V, Z',
  },
  'uscc-check-digit': {
    zh: '统一社会信用代码校验位不正确（GB 32100-2015）',
    en: 'The check character of the unified social credit code is wrong (GB 32100-2015)',
  },
  'applicant-not-the-caller': {
    zh: '申请企业不是登录企业',
    en: 'The applicant is not the enterprise that is logged in',
  },
  'applicant-name-differs': {
    zh: '申请企业名称与登录企业名称不一致',
    en: 'The name of the applicant is not the name of the enterprise that is logged in',
  },
} as const;

const fault = (pointer: string, code: keyof typeof WORDS): Fault => ({ pointer, code, ...WORDS[code] });

/** Faults of the code itself, at its place. */
export function usccFaults(pointer: string, uscc: string): Fault[] {
  if (isUscc(uscc)) return [];
  return [fault(pointer, USCC_SHAPE.test(uscc) ? 'uscc-check-digit' : 'uscc-malformed')];
}

/** The applicant must be the enterprise that is logged in, under the name the platform knows it by. */
export function applicantFaults(applicant: Caller, caller: Caller): Fault[] {
  const faults = usccFaults('/applicant/uscc', applicant.uscc);
  if (applicant.uscc !== caller.uscc) {
    faults.push(fault('/applicant/uscc', 'applicant-not-the-caller'));
  } else if (!isSameName(applicant.name, caller.name)) {
    faults.push(fault('/applicant/name', 'applicant-name-differs'));
  }
  return faults;
}
