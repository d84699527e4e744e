import { useCallback, useEffect, useState } from 'react';
import { useWhoever } from '../session/who.ts';

interface State<T> {
  readonly key: string;
  readonly draft: T;
  readonly isKept: boolean;
}

/**
 * What somebody is writing, kept on this device for this person until it is sent: a reload, a lost connection or a session that ends
 * loses nothing. What anybody writes without signing in is kept for the tab alone: the device may be everybody's. What an older version
 * of the form left behind is read through `isWhole`.
 */
export function useDraft<T>(name: string, initial: () => T, isWhole: (kept: unknown) => kept is T) {
  const who = useWhoever();
  const store = who ? localStorage : sessionStorage;
  const key = `portal.draft.${who ? `${who.organisationId}.${who.personId}` : 'anybody'}.${name}`;
  const begun = (): State<T> => {
    const text = store.getItem(key);
    return { key, draft: keptDraft(text, isWhole) ?? initial(), isKept: text !== null };
  };
  const [state, setState] = useState(begun);
  // The same form of another object: https://react.dev/reference/react/useState#storing-information-from-previous-renders
  const present = state.key === key ? state : begun();
  if (present !== state) setState(present);
  useEffect(() => {
    if (present.isKept) store.setItem(present.key, JSON.stringify(present.draft));
  }, [store, present]);
  const change = useCallback((next: T | ((before: T) => T)) => {
    setState(({ key, draft }) => ({
      key,
      draft: next instanceof Function ? next(draft) : next,
      isKept: true,
    }));
  }, []);
  const discard = useCallback(() => {
    store.removeItem(key);
    setState({ key, draft: initial(), isKept: false });
  }, [key, store, initial]);
  return { draft: present.draft, change, discard, isKept: present.isKept };
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

/** Whether what was kept has the members of this one, each of its kind: enough for forms of a few texts, numbers and lists of them. */
export function isLike<T extends object>(initial: T): (kept: unknown) => kept is T {
  return (kept): kept is T =>
    typeof kept === 'object' &&
    kept !== null &&
    Object.entries(initial).every(([name, value]) => {
      const found = (kept as Readonly<Record<string, unknown>>)[name];
      return typeof found === typeof value && Array.isArray(found) === Array.isArray(value);
    });
}
