/** One thing that two versions say differently; what one of them does not say is undefined. */
export interface Difference {
  /** Where it stands, name by name: `budgets`, `2026`, `allottedFen`. */
  readonly path: readonly string[];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** By these the entries of a list are known, wherever in the list they stand. */
const NAMES = ['id', 'code', 'kind', 'year', 'uscc', 'departmentId', 'programmeId', 'institutionId'] as const;

/** Everything that two values of JSON say differently, in the order of the second. */
export function differences(before: unknown, after: unknown, path: readonly string[] = []): Difference[] {
  const [old, present] = [partsOf(before), partsOf(after)];
  if (!old && !present) {
    const [said, says] = [written(before), written(after)];
    return said === says ? [] : [{ path, before: said, after: says }];
  }
  const names = new Set([...Object.keys(present ?? {}), ...Object.keys(old ?? {})]);
  return [...names].flatMap((name) => differences(old?.[name], present?.[name], [...path, name]));
}

/** The parts of an object or of a list of objects; undefined for what is told as a whole. */
function partsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (Array.isArray(value)) return partsOfList(value);
  if (bilingual(value)) return undefined;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function partsOfList(list: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
  const objects = list.filter((one) => typeof one === 'object' && one !== null) as Record<string, unknown>[];
  if (objects.length === 0 || objects.length < list.length) return undefined;
  const by = NAMES.find((name) => {
    const called = objects.map((one) => one[name]);
    return !called.includes(undefined) && new Set(called).size === called.length;
  });
  return Object.fromEntries(objects.map((one, index) => [String(by ? one[by] : index + 1), one]));
}

function written(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(String).join('、');
  return bilingual(value) ?? String(value);
}

/** A text in both languages is one thing. */
function bilingual(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { zh, en, ...more } = value as Readonly<Record<string, unknown>>;
  const isText = typeof zh === 'string' && typeof en === 'string' && Object.keys(more).length === 0;
  return isText ? `${zh} / ${en}` : undefined;
}
