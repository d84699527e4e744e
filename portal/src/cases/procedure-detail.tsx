import { type ComponentType, lazy, Suspense } from 'react';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { Loading } from '../parts/loading.tsx';
import { PROCEDURES } from '../procedures.ts';

const DETAILS: Readonly<Record<string, ComponentType<{ readonly found: CaseView }>>> = Object.fromEntries(
  Object.entries(PROCEDURES).flatMap(([workflow, { detail }]) =>
    detail ? [[workflow, lazy(async () => ({ default: (await detail()).Component }))]] : [],
  ),
);

/** What only the case's procedure understands. */
export function ProcedureDetail({ found }: { readonly found: CaseView }) {
  const Detail = DETAILS[found.workflow];
  if (!Detail) return null;
  return (
    <Suspense fallback={<Loading />}>
      <Detail found={found} />
    </Suspense>
  );
}
