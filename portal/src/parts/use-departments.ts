import { useCallback } from 'react';
import { ShowListingCatalogue } from '../../../workflows/listing-certificate/routes.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useRoute } from '../api/use-route.ts';
import { PROCEDURES } from '../procedures.ts';

const OTHERS: Readonly<Record<string, Bilingual>> = Object.assign(
  {},
  ...Object.values(PROCEDURES).map(({ departments }) => departments),
);

/** The names of departments; an id that nobody names stands for itself. */
export function useDepartments(): (departmentId: string) => Bilingual {
  const { data } = useRoute(ShowListingCatalogue, {});
  return useCallback(
    (id) =>
      data?.catalogue.departments.find((one) => one.id === id)?.name ?? OTHERS[id] ?? { zh: id, en: id },
    [data],
  );
}
