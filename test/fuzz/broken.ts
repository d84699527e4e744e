import fc, { type Arbitrary } from 'fast-check';

/** What JSON of a well-meant request becomes in other hands: one place of it is changed, taken out or put in. */
export function broken(value: unknown): Arbitrary<unknown> {
  const places = placesOf(value, []);
  return fc
    .tuple(fc.constantFrom(...places), change)
    .map(([place, changed]) => changedAt(value, place, changed));
}

type Place = readonly (string | number)[];
type Change = (old: unknown) => unknown;

const GONE = Symbol('taken out');

/** Texts that break careless code: keys of every object, other alphabets, numbers and dates that are none, whatever is executed. */
const AWKWARD = [
  '',
  ' ',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '𠮷'.repeat(60),
  '2026-02-30',
  '9999-12-31',
  '-0',
  '1e999',
  '{% $states.input %}',
  "'; DROP TABLE cases; --",
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '=1+1',
  'A'.repeat(5000),
];

const change: Arbitrary<Change> = fc.oneof(
  fc.constant<Change>(() => GONE),
  fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 1e308, [], {}, [[]]).map(
    (other): Change =>
      () =>
        other,
  ),
  fc.constantFrom(...AWKWARD).map(
    (text): Change =>
      () =>
        text,
  ),
  fc.jsonValue({ maxDepth: 2 }).map(
    (other): Change =>
      () =>
        other,
  ),
  fc.constant<Change>((old) => (Array.isArray(old) ? [...old, ...old] : [old, old])),
  fc.constantFrom(...AWKWARD).map(
    (name): Change =>
      (old) =>
        typeof old === 'object' && old !== null && !Array.isArray(old) ? withKey(old, name, 1) : name,
  ),
);

function placesOf(value: unknown, at: Place): Place[] {
  const inner = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return [at, ...inner.flatMap(([key, one]) => placesOf(one, [...at, key]))];
}

function changedAt(value: unknown, [key, ...rest]: Place, changed: Change): unknown {
  if (key === undefined) {
    const now = changed(value);
    return now === GONE ? undefined : now;
  }
  const old = (value as Record<string | number, unknown>)[key];
  const now = rest.length === 0 ? changed(old) : changedAt(old, rest, changed);
  if (Array.isArray(value))
    return now === GONE ? value.toSpliced(Number(key), 1) : value.with(Number(key), now);
  const entries = Object.entries(value as object).filter(([name]) => name !== key);
  return Object.fromEntries(now === GONE ? entries : [...entries, [key, now]]);
}

/** Not by assignment, which would take `__proto__` for something else. */
function withKey(old: object, name: string, value: unknown): object {
  return Object.fromEntries([...Object.entries(old), [name, value]]);
}
