import { isLike, useDraft } from './use-draft.ts';

/** What somebody changed of a form, and what stood in its place when they began to. */
interface Changes<T> {
  readonly changed: Partial<T>;
  readonly began: Partial<T>;
}

const noChanges = () => ({ changed: {}, began: {} });
const isChanges = isLike<Changes<object>>(noChanges());

/**
 * The fields of a form. They begin with what `stands`: what a new form says, or what the platform holds. Only what somebody changes is kept
 * as a draft (use-draft.ts), so that what they left alone follows the platform. Where what they changed was changed by somebody else
 * meanwhile, the form `isOutdated` (changed-meanwhile.tsx) until they discard theirs or stand by it.
 */
export function useFields<T extends object>(
  name: string,
  stands: T,
  isWhole: (fields: unknown) => boolean = isLike(stands),
) {
  const isKeptWhole = (kept: unknown): kept is Changes<T> =>
    isChanges(kept) && isWhole({ ...stands, ...kept.changed });
  const { draft, change, discard, isKept } = useDraft<Changes<T>>(name, noChanges, isKeptWhole);
  const { changed, began } = draft;
  return {
    fields: { ...stands, ...changed },
    /** Changes some of the fields. */
    set: (next: Partial<T> | ((before: T) => Partial<T>)) =>
      change((before) => changedBy(next, stands, before)),
    discard,
    isKept,
    isOutdated: namesOf(changed).some(
      (one) => !isSame(began[one], stands[one]) && !isSame(changed[one], stands[one]),
    ),
    standByIt: () => change((before) => ({ ...before, began: parts(stands, namesOf(before.changed)) })),
  };
}

export type Fields = Pick<ReturnType<typeof useFields>, 'isOutdated' | 'discard' | 'standByIt'>;

function changedBy<T extends object>(
  next: Partial<T> | ((before: T) => Partial<T>),
  stands: T,
  { changed, began }: Changes<T>,
): Changes<T> {
  const before: T = { ...stands, ...changed };
  const given = next instanceof Function ? next(before) : next;
  const names = namesOf(given).filter((name) => given[name] !== before[name]);
  return {
    changed: { ...changed, ...parts(given, names) },
    began: { ...parts(stands, names), ...began },
  };
}

const namesOf = <T extends object>(of: Partial<T>) => Object.keys(of) as (keyof T)[];

function parts<T extends object>(of: Partial<T>, names: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(names.map((name) => [name, of[name]])) as Partial<T>;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
