/**
 * A date and time with its offset as Step Functions reads one: T or t, seconds and up to nine digits of their fraction
 * optional, Z, z or an offset (measured). States Language specification, "Timestamps".
 */
const OFFSET_DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/i;

/** Milliseconds since the epoch, or undefined for text that is no such date and time. */
export function parseOffsetDateTime(text: string): number | undefined {
  const match = OFFSET_DATE_TIME.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const localMs = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  const local = new Date(localMs);
  const exists =
    local.getUTCMonth() + 1 === month && local.getUTCDate() === day && local.getUTCHours() === hour;
  if (!exists || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  const milliseconds = Math.trunc(Number(`0.${match[7] ?? '0'}`) * 1000);
  const offsetMinutes = Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0);
  return localMs + milliseconds - (match[8] === '-' ? -1 : 1) * offsetMinutes * 60_000;
}
