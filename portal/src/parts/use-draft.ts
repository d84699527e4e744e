import { useCallback, useEffect, useState } from 'react';
import { useWhoever } from '../session/who.ts';

/**
 * What somebody is writing, kept on this device for this person until it is sent: a reload, a lost connection or a session that ends
 * loses nothing. What anybody writes without signing in is kept for the tab alone: the device may be everybody's. What an older version
 * of the form left behind is read through `isWhole`.
 */
export function useDraft<T>(name: string, initial: () => T, isWhole: (kept: unknown) => kept is T) {
  const who = useWhoever();
  const store = who ? localStorage : sessionStorage;
  const key = `portal.draft.${who ? `${who.organisationId}.${who.personId}` : 'anybody'}.${name}`;
  const [draft, setDraft] = useState<T>(() => keptDraft(store.getItem(key), isWhole) ?? initial());
  const [isKept, setKept] = useState(() => store.getItem(key) !== null);
  useEffect(() => {
    if (isKept) store.setItem(key, JSON.stringify(draft));
  }, [isKept, key, store, draft]);
  const change = useCallback((next: T | ((before: T) => T)) => {
    setKept(true);
    setDraft(next);
  }, []);
  const discard = useCallback(() => {
    store.removeItem(key);
    setKept(false);
    setDraft(initial());
  }, [key, store, initial]);
  return { draft, change, discard, isKept };
}

function keptDraft<T>(text: string | null, isWhole: (kept: unknown) => kept is T): T | undefined {
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
