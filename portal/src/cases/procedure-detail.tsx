import { Suspense } from 'react';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { Loading } from '../parts/loading.tsx';
import { ofProcedures } from '../parts/of-procedures.ts';

const DETAILS = ofProcedures(({ detail }) => detail);

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
