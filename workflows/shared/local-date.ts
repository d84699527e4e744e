/** China has one time zone and no summer time. */
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** The date of an instant in Asia/Shanghai: `2026-11-24`. */
export function localDateOf(instant: Date): string {
  return shifted(instant).slice(0, 10);
}

/** The instant as people here read it, to the millisecond: `2026-11-24T07:41:01.000+08:00`. */
export function localInstantOf(instant: Date): string {
  return shifted(instant).replace('Z', '+08:00');
}

function shifted(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString();
}
