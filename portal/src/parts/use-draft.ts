import { useCallback, useEffect, useState } from 'react';
import { useWho } from '../session/who.ts';

/**
 * What somebody is writing, kept on this device for this person until it is sent: a reload, a lost connection or a session that ends
 * loses nothing. What an older version of the form left behind is read through `isWhole`.
 */
export function useDraft<T>(name: string, initial: () => T, isWhole: (kept: unknown) => kept is T) {
  const { organisationId, personId } = useWho();
  const key = `portal.draft.${organisationId}.${personId}.${name}`;
  const [draft, setDraft] = useState<T>(() => keptDraft(key, isWhole) ?? initial());
  const [isKept, setKept] = useState(() => localStorage.getItem(key) !== null);
  useEffect(() => {
    if (isKept) localStorage.setItem(key, JSON.stringify(draft));
  }, [isKept, key, draft]);
  const change = useCallback((next: T | ((before: T) => T)) => {
    setKept(true);
    setDraft(next);
  }, []);
  const discard = useCallback(() => {
    localStorage.removeItem(key);
    setKept(false);
    setDraft(initial());
  }, [key, initial]);
  return { draft, change, discard, isKept };
}

function keptDraft<T>(key: string, isWhole: (kept: unknown) => kept is T): T | undefined {
  const text = localStorage.getItem(key);
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    return isWhole(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Whether what was kept has the members of this one, each of its kind: enough for forms of a few texts and numbers. */
export function isLike<T extends object>(initial: T): (kept: unknown) => kept is T {
  return (kept): kept is T =>
    typeof kept === 'object' &&
    kept !== null &&
    Object.entries(initial).every(
      ([name, value]) => typeof (kept as Readonly<Record<string, unknown>>)[name] === typeof value,
    );
}
