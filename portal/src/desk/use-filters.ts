import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** The filters of the desk as they stand in the address: a link or a reload shows the same. */
const NAMES = [
  'department',
  'status',
  'holder',
  'dueFromOn',
  'dueToOn',
  'enterprise',
  'enterpriseName',
  'caseNumber',
] as const;
export type FilterName = (typeof NAMES)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** An enterprise is told by its code or by its name. */
const INSTEAD_OF: Filters = { enterprise: 'enterpriseName', enterpriseName: 'enterprise' };

export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(
    (): Filters =>
      Object.fromEntries(
        NAMES.flatMap((name) => {
          const value = search.get(name);
          return value ? [[name, value]] : [];
        }),
      ),
    [search],
  );
  const setFilter = useCallback(
    (name: FilterName, value: string) =>
      setSearch(
        (before) => {
          if (value) {
            before.set(name, value);
            before.delete(INSTEAD_OF[name] ?? '');
          } else before.delete(name);
          return before;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return { filters, setFilter };
}
