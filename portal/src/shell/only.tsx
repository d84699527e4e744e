import { useEffect } from 'react';
import { Outlet } from 'react-router';
import type { OrganisationKind } from '../../../workflows/shared/actor.ts';
import { Loading } from '../parts/loading.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { useSession } from '../session/use-session.ts';
import { Who } from '../session/who.ts';
import { SignInFailed } from './sign-in-failed.tsx';

/** Pages of these organisations. Whoever is not signed in signs in and comes back; to everybody else the page does not exist. */
export function Only({ kinds }: { readonly kinds: readonly OrganisationKind[] }) {
  const { actor, isLoading, error, signIn } = useSession();
  const mustSignIn = !actor && !isLoading && !error;
  useEffect(() => {
    if (mustSignIn) void signIn();
  }, [mustSignIn, signIn]);
  if (error) return <SignInFailed />;
  if (!actor) return <Loading />;
  if (!kinds.includes(actor.organisationKind)) return <NotFound />;
  return (
    <Who value={actor}>
      <Outlet />
    </Who>
  );
}
