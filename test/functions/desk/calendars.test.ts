import { beforeEach, describe, expect, it } from 'vitest';
import { listCalendars } from '../../../functions/desk/list-calendars.ts';
import { listMovedDueDates } from '../../../functions/desk/list-moved-due-dates.ts';
import { loadCalendar } from '../../../functions/desk/load-calendar.ts';
import { relayDeskDecisions } from '../../../functions/desk/relay-desk-decisions.ts';
import { recomputeDueDates } from '../../../functions/desk/time/recompute-due-dates.ts';
import { route } from '../../../functions/shared/route.ts';
import { verifyCase } from '../../../workflows/shared/audit/case-verification.ts';
import { calendarBehind } from '../../../workflows/shared/calendar.ts';
import { ListCalendars, ListMovedDueDates, LoadCalendar } from '../../../workflows/shared/calendar-routes.ts';
import { deadlineOf } from '../../../workflows/shared/deadline/task-clock.ts';
import type { AskedQuestion } from '../../../workflows/shared/desk-steps.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { type Call, openedTask } from '../support/desk-actions.ts';
import { send } from '../support/http.ts';
import { organisationsTold } from '../support/told-of.ts';
import { world } from '../support/world.ts';

const database = useDatabase();
type Opened = Awaited<ReturnType<typeof openedTask>>;

/** A fictional notice: the years to come have none yet. Each test publishes a year of its own. */
let year = 2030;
const notice = (change: object = {}) => ({
  year,
  source: '虚构的通知，仅供测试',
  daysOff: [`${year}-01-01`],
  makeUpWorkdays: [],
  ...change,
});

/** New Year's Day of these years is a weekday, so that a guess and a notice differ. */
const YEARS = [
  2030, 2031, 2032, 2035, 2036, 2037, 2041, 2042, 2043, 2047, 2048, 2049, 2053, 2054, 2058, 2059, 2060, 2063,
  2064, 2065,
];

let t: Opened;

beforeEach(async () => {
  year = YEARS.shift() ?? 0;
  t = await openedTask(world(database.db()));
});

const load = (body: unknown, options: Call = {}) =>
  send(
    route(LoadCalendar, loadCalendar, () => t.w),
    {
      actor: options.actor ?? OFFICE,
      headers: { 'idempotency-key': options.key ?? `load-${year}-${t.taskId}-${Math.random()}` },
      body,
    },
  );

/** A question asked on 31 December of the year before, due three working days later by guess. */
async function provisionalTask(): Promise<Opened> {
  const fromOn = `${year - 1}-12-31`;
  const deadline = deadlineOf(
    await t.w.calendars.read(),
    { fromOn, workingDays: 3, pauses: [] },
    { percents: [50, 80], atLocalTime: '09:00' },
  );
  expect(deadline.dueProvisional).toBe(true);
  t = await openedTask(world(database.db()), {
    at: `${fromOn}T10:00:00+08:00`,
    question: (asked): AskedQuestion => ({ ...asked, ...deadline, wakeAt: deadline.clock.reminders[0]?.at }),
  });
  return t;
}

describe('loading the calendar of a year', () => {
  it('publishes it, with its source and an entry in a chain of its own', async () => {
    expect(await load(notice())).toMatchObject({ status: 201, json: { version: 1, calendar: { year } } });

    const { json } = await send(
      route(ListCalendars, listCalendars, () => t.w),
      { actor: ENTERPRISE },
    );
    expect(json.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ version: 1, calendar: notice() }),
        expect.objectContaining({ calendar: expect.objectContaining({ year: 2026 }) }),
      ]),
    );
    const { items } = await t.w.cases.readAudit(`calendar-${year}`, { limit: 100 });
    expect(items.map(({ kind, details }) => [kind, details.source])).toEqual([
      ['calendar-loaded', notice().source],
    ]);
    expect(
      verifyCase(`calendar-${year}`, items, { sequence: 1, hash: String(items[0]?.hash) }),
    ).toBeUndefined();
  });

  it('is a correction where it names the version it replaces, and is refused otherwise', async () => {
    await load(notice());
    expect(await load(notice())).toMatchObject({
      status: 409,
      json: { code: 'calendar-version', present: { year, version: 1 } },
    });
    expect(await load(notice({ replaces: 1, daysOff: [] }))).toMatchObject({
      status: 201,
      json: { version: 2 },
    });
    expect(await load(notice({ replaces: 1 }))).toMatchObject({
      status: 409,
      json: { present: { version: 2 } },
    });
    expect(await load({ ...notice(), year: 2026, daysOff: ['2026-01-01'] })).toMatchObject({ status: 409 });
  });

  it('lists every fault at once and changes nothing', async () => {
    const saturday = [1, 2, 3, 4, 5, 6, 7]
      .map((day) => `${year}-03-0${day}`)
      .find((on) => new Date(on).getUTCDay() === 6);
    const { status, json } = await load(
      notice({
        daysOff: [`${year}-01-01`, `${year}-01-01`, `${year - 1}-05-01`, saturday],
        makeUpWorkdays: [`${year}-01-01`],
      }),
    );
    expect(status).toBe(422);
    expect(
      (json.faults as { pointer: string; code: string }[]).map((one) => [one.pointer, one.code]),
    ).toEqual([
      ['/daysOff/1', 'date-duplicate'],
      ['/daysOff/2', 'date-of-another-year'],
      ['/daysOff/3', 'day-off-on-weekend'],
      ['/makeUpWorkdays/0', 'make-up-on-weekday'],
    ]);
    expect((await load(notice({ source: '', year: 1999 }))).status).toBe(422);
    expect((await t.w.calendars.read()).years.has(year)).toBe(false);
  });

  it.each([
    ['a department', ENVIRONMENT],
    ['an enterprise', ENTERPRISE],
  ])('is refused to %s', async (_who, actor) => {
    expect((await load(notice(), { actor })).status).toBe(403);
  });

  it('is written once by two offices at the same moment', async () => {
    const replies = await Promise.all([load(notice()), load(notice())]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('a provisional due date', () => {
  it('is computed anew when its year is published, with an audit entry, and the machine looks at it', async () => {
    const asked = await provisionalTask();
    const guess = await asked.read();
    await load(notice());

    const firm = await asked.read();
    expect(firm?.dueProvisional).toBe(false);
    expect(String(firm?.dueAt) > String(guess?.dueAt)).toBe(true);
    expect(asked.failed()).toContainEqual({ taskToken: 'token-1', error: 'DeadlineMoved' });
    expect(await asked.audit()).toContain('due-date-recomputed');
    const told = await organisationsTold(database.db(), asked.sample.caseId, 'due-date-recomputed');
    expect(told).toEqual([ENTERPRISE.organisationId, 'environment']);
    expect(await asked.w.desk.provisional.page('')).not.toContain(asked.taskId);
    expect(await asked.w.desk.provisional.pendingRecompute()).toBeUndefined();

    await load(notice({ replaces: 1, daysOff: [] }));
    expect(await asked.read()).toEqual(firm);
  });

  it('takes a task back that was escalated by a guess and is not due yet', async () => {
    const asked = await provisionalTask();
    const guess = String((await asked.read())?.dueAt);
    asked.at(new Date(Date.parse(guess) + 1000).toISOString());
    await asked.keep();
    expect((await asked.read())?.overdueAt).toBeDefined();

    await load(notice());

    expect((await asked.read())?.overdueAt).toBeUndefined();
    expect(asked.failed().length).toBeGreaterThan(0);
  });

  it('leaves a task with the office whose new date is past too', async () => {
    const asked = await provisionalTask();
    asked.at(`${year}-02-01T10:00:00+08:00`);
    await asked.keep();
    const escalated = await asked.read();

    await load(notice());

    const firm = await asked.read();
    expect(firm?.overdueAt).toBe(escalated?.overdueAt);
    expect([firm?.dueProvisional, firm?.dueAt === escalated?.dueAt]).toEqual([false, false]);
    const { items } = await asked.w.cases.readAudit(asked.sample.caseId, { limit: 100 });
    expect(items.at(-1)).toMatchObject({ kind: 'due-date-recomputed', details: { takenBack: false } });
  });

  it('of a supplement is told to its applicant when it is another', async () => {
    const asked = await provisionalTask();
    await asked.ask();
    expect((await asked.supplement())?.dueProvisional).toBe(true);
    await load(notice());

    const told = await organisationsTold(database.db(), asked.sample.caseId, 'supplement-due-recomputed');
    expect(told).toEqual([ENTERPRISE.organisationId]);
  });

  it('is what the days of an answer are counted by', async () => {
    const asked = await provisionalTask();
    await load(notice());
    asked.at(`${year}-01-01T10:00:00+08:00`);

    expect(await asked.decide()).toMatchObject({ status: 200 });

    const { items } = await t.w.cases.readAudit(asked.sample.caseId, { limit: 100 });
    // By guess New Year's Day would have been the first working day.
    expect(items.at(-1)).toMatchObject({ kind: 'task-decided', details: { workingDays: 0 } });
  });

  it('is found by whoever opens the task when the year was published between planning and opening', async () => {
    const calendar = await t.w.calendars.read();
    await load(notice());
    const deadline = deadlineOf(
      calendar,
      { fromOn: `${year - 1}-12-31`, workingDays: 3, pauses: [] },
      { percents: [50, 80], atLocalTime: '09:00' },
    );
    const asked = await openedTask(world(database.db()), {
      at: `${year - 1}-12-31T10:00:00+08:00`,
      question: (one) => ({ ...one, ...deadline, wakeAt: deadline.clock.reminders[0]?.at }),
    });
    expect((await asked.read())?.dueProvisional).toBe(false);
  });

  it('is computed by the relay when the process that loaded the calendar died', async () => {
    const asked = await provisionalTask();
    const before = await t.w.calendars.years();
    expect(before.some(({ calendar }) => calendar.year === year)).toBe(false);
    const at = '2026-11-23T09:30:00+08:00';
    const loaded = { calendar: notice(), version: 1, loadedAt: at };
    await t.w.commit([
      ...(await t.w.calendars.load(loaded, undefined, {
        kind: 'calendar-loaded',
        at,
        actor: { by: 'platform', step: 'test' },
      })),
      t.w.desk.provisional.markRecompute(`${year}#1`),
    ]);

    await relayDeskDecisions({}, asked.w);

    expect((await asked.read())?.dueProvisional).toBe(false);
    expect(await asked.w.desk.provisional.pendingRecompute()).toBeUndefined();
  });

  it('is reached however many before it stay provisional, each run going on where the last one ended', async () => {
    for (const _one of [1, 2, 3]) await provisionalTask();
    const { desk, commit } = t.w;
    await commit([desk.provisional.markRecompute('first')]);
    const listed = (await desk.provisional.page('')).length;
    const untilDone = async () => {
      for (let runs = 1; runs <= listed + 1; runs++) if (await recomputeDueDates(t.w, 0)) return runs;
      return Number.POSITIVE_INFINITY;
    };

    // Time for one of them in each run.
    expect(await recomputeDueDates(t.w, 0)).toBe(false);
    expect(await untilDone()).toBe(listed);
    expect(await desk.provisional.pendingRecompute()).toBeUndefined();

    await commit([desk.provisional.markRecompute('second')]);
    await recomputeDueDates(t.w, 0);
    await commit([desk.provisional.markRecompute('third')]);
    // A later calendar begins anew.
    expect(await untilDone()).toBe(listed + 1);
  });
});

describe('what the calendar of a year moved', () => {
  const moved = (query: Record<string, string> = {}, actor = OFFICE) =>
    send(
      route(ListMovedDueDates, listMovedDueDates, () => t.w),
      { actor, path: { year: String(year) }, query },
    );

  it('is there for the office: the case, whose time it is, the date before and after', async () => {
    const asked = await provisionalTask();
    await asked.ask();
    const task = await asked.read();
    const supplement = await asked.supplement();
    await load(notice());

    const { caseNumber, taskId } = task ?? {};
    const { supplementId } = supplement ?? {};
    const of = { caseNumber, taskId, departmentId: 'environment', year, version: 1, dueProvisional: false };
    const own = { ...of, from: task?.dueAt, dueAt: (await asked.read())?.dueAt };
    const theirs = { ...of, supplementId, from: supplement?.dueAt, dueAt: (await asked.supplement())?.dueAt };
    const { status, json } = await moved();
    expect([status, json.total, json.pending]).toEqual([200, 2, false]);
    expect(json.items).toEqual(
      expect.arrayContaining([own, theirs].map((one) => expect.objectContaining(one))),
    );

    const first = (await moved({ limit: '1' })).json;
    const second = (await moved({ limit: '1', cursor: String(first.cursor) })).json;
    expect([first, second].flatMap(({ items }) => items)).toEqual(json.items);
  });

  it('is nothing where the dates only became firm', async () => {
    await provisionalTask();
    await load(notice({ daysOff: [] }));
    expect((await moved()).json).toEqual({ items: [], total: 0, pending: false });
  });

  it.each([
    ['a department', ENVIRONMENT],
    ['an enterprise', ENTERPRISE],
  ])('is refused to %s', async (_who, actor) => {
    expect((await moved({}, actor)).status).toBe(403);
  });
});

describe('the calendar behind a due date', () => {
  const loaded = (of: number, loadedAt?: string) => ({
    calendar: { ...notice(), year: of },
    version: 1,
    ...(loadedAt && { loadedAt }),
  });
  const [earlier, later] = ['2026-12-01T09:00:00+08:00', '2026-12-02T09:00:00+08:00'];
  const behind = (years: Parameters<typeof calendarBehind>[0], due: string[]) =>
    calendarBehind(
      years,
      '2026-12-20',
      due.map((on) => `${on}T23:59:59+08:00`),
    )?.calendar.year;

  it.each([
    ['the one that was loaded', [loaded(2026), loaded(2027, earlier)], ['2027-01-06'], 2027],
    ['the last of two', [loaded(2026, later), loaded(2027, earlier)], ['2027-01-06'], 2026],
    ['none of a year it does not reach', [loaded(2027, earlier), loaded(2028, later)], ['2027-01-06'], 2027],
    ['that of the year it left', [loaded(2026), loaded(2027, earlier)], ['2027-01-01', '2026-12-31'], 2027],
    ['none where all came with the platform', [loaded(2026), loaded(2027)], ['2027-01-06'], undefined],
  ])('is %s', (_what, years, due, expected) => {
    expect(behind(years, due)).toBe(expected);
  });
});
