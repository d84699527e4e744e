import { createContext, useContext } from 'react';
import type { Actor } from '../../../workflows/shared/actor.ts';

/** Who is signed in, below a page that asks for it. */
export const Who = createContext<Actor | undefined>(undefined);

/** Who is signed in below a page that asks for it; nobody on a page that everybody may open. */
export function useWhoever(): Actor | undefined {
  return useContext(Who);
}

export function useWho(): Actor {
  const actor = useWhoever();
  if (!actor) throw new Error('nobody is signed in here');
  return actor;
}
