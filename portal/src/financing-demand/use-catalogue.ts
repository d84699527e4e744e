import { useMemo } from 'react';
import { DataGroup, type Grantee } from '../../../workflows/financing-demand/consent.ts';
import { ShowDemandCatalogue } from '../../../workflows/financing-demand/routes.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { Output } from '../api/client.ts';
import { useRoute } from '../api/use-route.ts';
import { INSTITUTION_CLASS } from './words.ts';

export type Rules = Output<typeof ShowDemandCatalogue>;
type Entries = 'facilities' | 'securities' | 'industries' | 'ladderLevels';

export const DATA_GROUPS = DataGroup.options;

/** The names of what a demand may say; an id that is not in the catalogue of today stands for itself. */
export function useNames() {
  const { data } = useRoute(ShowDemandCatalogue, {});
  return useMemo(() => namesOf(data), [data]);
}

function namesOf(rules: Rules | undefined) {
  const institution = (id: string): Bilingual =>
    rules?.directory.institutions.find((one) => one.institutionId === id)?.name ?? { zh: id, en: id };
  return {
    of: (entries: Entries, id: string): Bilingual =>
      rules?.catalogue[entries].find((one) => one.id === id)?.name ?? { zh: id, en: id },
    institution,
    grantee: (grantee: Grantee): Bilingual =>
      grantee.kind === 'class' ? INSTITUTION_CLASS[grantee.class] : institution(grantee.institutionId),
  };
}
