import { useCallback } from 'react';
import { ShowListingCatalogue } from '../../../workflows/listing-certificate/routes.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useRoute } from '../api/use-route.ts';

/** The names of departments; an id that the catalogue does not have stands for itself. */
export function useDepartments(): (departmentId: string) => Bilingual {
  const { data } = useRoute(ShowListingCatalogue, {});
  return useCallback(
    (id) => data?.catalogue.departments.find((one) => one.id === id)?.name ?? { zh: id, en: id },
    [data],
  );
}
