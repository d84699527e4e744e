import { useCallback } from 'react';
import { ShowListingCatalogue } from '../../../../workflows/listing-certificate/routes.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { useRoute } from '../../api/use-route.ts';

/** The names of fields; an id that the catalogue does not have stands for itself. */
export function useFieldNames(): (fieldId: string) => Bilingual {
  const { data } = useRoute(ShowListingCatalogue, {});
  return useCallback(
    (id) => data?.catalogue.fields.find((field) => field.id === id)?.name ?? { zh: id, en: id },
    [data],
  );
}
