import { useEffect, useState } from 'react';
import { useWho } from '../../session/who.ts';

/** The number of the newest list that this person saw on this device the time before. */
export function useLastSeen(newest: number): number {
  const { organisationId, personId } = useWho();
  const key = `portal.lists.${organisationId}.${personId}`;
  const [before] = useState(() => Number(localStorage.getItem(key) ?? 0));
  useEffect(() => {
    if (newest > before) localStorage.setItem(key, String(newest));
  }, [key, newest, before]);
  return before;
}
