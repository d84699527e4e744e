const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 3600;

/**
 * How long to wait before the registry is asked again: as long as it has been silent already, from a minute to an hour. So a machine
 * of 25,000 events can wait for months.
 */
export function secondsUntilNextTry(since: string, now: Date): number {
  const silentSeconds = Math.floor((now.getTime() - Date.parse(since)) / 1000);
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, silentSeconds));
}
