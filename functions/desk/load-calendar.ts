import type { LoadedYear } from '../../workflows/shared/calendar.ts';
import { calendarFaults } from '../../workflows/shared/calendar-faults.ts';
import { LoadCalendar } from '../../workflows/shared/calendar-routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type ServicesWithMachines, servicesWithMachines } from '../shared/services-with-machines.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { recomputeDueDates } from './time/recompute-due-dates.ts';

type Contract = typeof LoadCalendar;

/**
 * Publishes the calendar of a year, as its notice says, or corrects one; then provisional due dates are computed anew. Dates that
 * were promised by a published calendar stay as they were promised.
 */
export async function loadCalendar(
  input: RouteInput<Contract>,
  services: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const faults = calendarFaults(input.body);
  if (faults.length > 0) throw refusedForFaults(faults);
  const reply = await untilFresh(() => store(input, services));
  await recomputeDueDates(services);
  return reply;
}

async function store(
  { body: { replaces, ...calendar }, actor, idempotency }: RouteInput<Contract>,
  { calendars, desk, commit, idempotency: markers, now }: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const { year, source } = calendar;
  const before = (await calendars.years()).find((one) => one.calendar.year === year);
  if (before?.version !== replaces) throw otherVersion(year, before);
  const at = localInstant(now());
  const loaded: LoadedYear = { calendar, version: (before?.version ?? 0) + 1, loadedAt: at };
  await commit([
    markers.remember(idempotency, { body: loaded }, now()),
    ...(await calendars.load(loaded, before, {
      kind: 'calendar-loaded',
      at,
      actor: personOf(actor),
      details: { year, version: loaded.version, source },
    })),
    desk.provisional.markRecompute(`${year}#${loaded.version}`),
  ]);
  return { body: loaded };
}

function otherVersion(year: number, before: LoadedYear | undefined): RefusedError {
  const present = before
    ? { year, version: before.version, source: before.calendar.source }
    : { year, version: null };
  return new RefusedError({
    status: 409,
    code: 'calendar-version',
    zh: before
      ? `${year} 年的安排已是第 ${before.version} 版；更正须写明所替换的版本`
      : `${year} 年尚无安排可替换`,
    en: before
      ? `The calendar of ${year} stands at version ${before.version}: a correction names the version it replaces`
      : `There is no calendar of ${year} to replace`,
    present,
  });
}

export const handler = route(LoadCalendar, loadCalendar, servicesWithMachines);
