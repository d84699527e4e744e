import { createContext, useContext } from 'react';
import type { Actor } from '../../../workflows/shared/actor.ts';

/** Who is signed in, below a page that asks for it. */
export const Who = createContext<Actor | undefined>(undefined);

export function useWho(): Actor {
  const actor = useContext(Who);
  if (!actor) throw new Error('nobody is signed in here');
  return actor;
}
