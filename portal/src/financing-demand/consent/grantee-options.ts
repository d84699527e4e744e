import { InstitutionClass } from '../../../../workflows/financing-demand/institution.ts';
import type { Say } from '../../language.tsx';
import type { Rules } from '../use-catalogue.ts';
import { INSTITUTION_CLASS } from '../words.ts';

/** Whom a grant may name: the classes first, then each institution. */
export function granteeOptions({ directory }: Rules, say: Say) {
  return [
    ...InstitutionClass.options.map((one) => ({ value: `class:${one}`, label: say(INSTITUTION_CLASS[one]) })),
    ...directory.institutions.map(({ institutionId, name }) => ({
      value: `institution:${institutionId}`,
      label: say(name),
    })),
  ];
}
