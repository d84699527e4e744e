import * as z from 'zod';
import versions from '../../../seeds/patent-funding/pre-examination.json' with { type: 'json' };
import { PreExaminationRules } from '../../../workflows/patent-funding/pre-examination/scope.ts';
import { inEffectOn } from '../../../workflows/shared/in-effect-on.ts';

let parsed: PreExaminationRules[] | undefined;

const all = () => {
  parsed ??= z.array(PreExaminationRules).parse(versions);
  return parsed;
};

/** The rules of pre-examination that hold on a day. Throws where the file of seeds/ does not fit. */
export function preExaminationRulesOn(onDate: string): PreExaminationRules {
  return inEffectOn(all(), onDate, 'the rules of pre-examination');
}

/** Those a case was registered under. */
export function preExaminationRulesOf(version: string): PreExaminationRules {
  const found = all().find((one) => one.version === version);
  if (found === undefined) throw new Error(`Version ${version} of the rules of pre-examination is not there`);
  return found;
}
