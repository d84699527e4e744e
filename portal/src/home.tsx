import { lazy, Suspense } from 'react';
import { Navigate } from 'react-router';
import { Loading } from './parts/loading.tsx';
import { useSession } from './session/use-session.ts';
import { Welcome } from './shell/welcome.tsx';

const EnterpriseHome = lazy(() => import('./cases/enterprise-home.tsx'));

/** Where everybody begins: at what waits for them. */
export function Home() {
  const { actor, isLoading } = useSession();
  if (isLoading) return <Loading />;
  if (!actor) return <Welcome />;
  if (actor.organisationKind === 'department') return <Navigate to="/desk" replace />;
  if (actor.organisationKind === 'office') return <Navigate to="/office" replace />;
  if (actor.organisationKind === 'bank') return <Navigate to="/lists" replace />;
  return (
    <Suspense fallback={<Loading />}>
      <EnterpriseHome />
    </Suspense>
  );
}
