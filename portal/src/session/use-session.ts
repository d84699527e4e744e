import { useCallback, useMemo } from 'react';
import { useAuth } from 'react-oidc-context';
import { ACTOR_CLAIM, Actor } from '../../../workflows/shared/actor.ts';
import type { ReturnTo } from './session.tsx';

/** When a session was last renewed of its own accord: a token that is refused at once would otherwise be asked for in a circle. */
const RENEWED_AT = 'portal.renewed-at';
const AT_MOST_EVERY_MS = 10_000;

/** Who is signed in, and how to sign in and out. */
export function useSession() {
  const auth = useAuth();
  const { user, isLoading, error, signinRedirect, signoutRedirect } = auth;
  const actor = useMemo(() => (user ? actorOf(user.profile) : undefined), [user]);
  const signIn = useCallback(
    () => signinRedirect({ state: { to: location.pathname + location.search } satisfies ReturnTo }),
    [signinRedirect],
  );
  const renew = useCallback(async () => {
    const last = Number(sessionStorage.getItem(RENEWED_AT) ?? 0);
    if (performance.timeOrigin + performance.now() - last < AT_MOST_EVERY_MS) return;
    sessionStorage.setItem(RENEWED_AT, String(performance.timeOrigin + performance.now()));
    await signIn();
  }, [signIn]);
  return {
    actor,
    token: user?.access_token,
    isLoading,
    error,
    signIn,
    renew,
    signOut: () => signoutRedirect(),
  };
}

function actorOf(claims: Readonly<Record<string, unknown>>): Actor | undefined {
  const roles = claims[ACTOR_CLAIM.roles];
  const read = Object.entries(ACTOR_CLAIM).map(([name, claim]) => [name, claims[claim]]);
  return Actor.safeParse({
    ...Object.fromEntries(read),
    roles: typeof roles === 'string' ? roles.split(' ').filter(Boolean) : [],
  }).data;
}
