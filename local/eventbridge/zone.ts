/** A wall-clock reading. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a name that is not in the IANA database */
export function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const numeric = 'numeric' as const;
    const fields = {
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    };
    format = new Intl.DateTimeFormat('en-US', { ...fields, timeZone: zone, hourCycle: 'h23', era: 'short' });
    formats.set(zone, format);
  }
  return format;
}

/** What the clocks of the zone show at the instant. */
export function localTimeAt(atMs: number, zone: string): Required<LocalTime> {
  const parts = formatOf(zone).formatToParts(atMs);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

/**
 * The first instant at which the clocks of the zone show the time; undefined for a time that they skip when they are put forward.
 */
export function instantOf(local: LocalTime, zone: string): number | undefined {
  const { year, month, day, hour, minute, second = 0 } = local;
  const wantedMs = Date.UTC(year, month - 1, day, hour, minute, second);
  // The offset on both sides of a change: the earlier instant is tried first.
  const dayMs = 86_400_000;
  const offsets = [offsetMs(wantedMs - dayMs, zone), offsetMs(wantedMs + dayMs, zone)];
  const candidates = offsets.map((offset) => wantedMs - offset).toSorted((a, b) => a - b);
  return candidates.find((atMs) => atMs + offsetMs(atMs, zone) === wantedMs);
}

function offsetMs(atMs: number, zone: string): number {
  const { year, month, day, hour, minute, second } = localTimeAt(atMs, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / 1000) * 1000;
}
