import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportStatistics } from '../../../functions/office/export-statistics.ts';
import { showOverdue } from '../../../functions/office/show-overdue.ts';
import { showOwnStatistics } from '../../../functions/office/show-own-statistics.ts';
import { showStatistics } from '../../../functions/office/show-statistics.ts';
import { route } from '../../../functions/shared/route.ts';
import {
  ShowOverdue,
  ShowOwnStatistics,
  ShowStatistics,
  Statistics,
} from '../../../workflows/shared/office-routes.ts';
import { reconcile } from '../../../workflows/shared/statistics/reconcile.ts';
import { Recount } from '../../../workflows/shared/statistics/recount.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview, DEADLINE, type SampleCase } from '../support/sample-case.ts';
import { NOW, type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
const recount = new Recount();

/**
 * Three cases: environment answers one in time and one late, and has one open that is escalated; tax has two open ones, one of
 * them due soon; the first case is issued after a supplement of three days.
 */
beforeAll(async () => {
  w = world(database.db());
  const cases = [await caseInReview(w), await caseInReview(w), await caseInReview(w)];
  const [first, second, third] = cases as [SampleCase, SampleCase, SampleCase];
  const departmentId = 'environment';
  await note(first, 'task-decided', '2026-11-25', { departmentId, workingDays: 2, kept: true });
  await note(second, 'task-overdue', '2026-12-01', { departmentId });
  await note(second, 'task-decided', '2026-12-03', { departmentId, workingDays: 8, kept: false });
  await note(third, 'task-reminded', '2026-11-26', { departmentId });
  await issue(first);
  await open(third, 'environment', '2026-11-20T23:59:59+08:00', NOW);
  await open(third, 'tax', '2026-11-26T23:59:59+08:00');
  await open(second, 'tax', '2026-11-27T23:59:59+08:00');
  for (const { caseId } of cases) {
    for (const entry of (await w.cases.readAudit(caseId, { limit: 100 })).items) recount.take(entry);
  }
});

const statistics = async (query: Record<string, string>, actor = OFFICE) =>
  send(
    route(ShowStatistics, showStatistics, () => w),
    { actor, query },
  );

describe('statistics of the office', () => {
  it('tell the throughput of a month and rank its departments', async () => {
    const { json } = await statistics({ month: '2026-11' });

    expect(json).toMatchObject({
      ...{ fromMonth: '2026-11', toMonth: '2026-11' },
      departments: [
        {
          ...{ rank: 1, departmentId: 'environment', name: { zh: '生态环境部门' } },
          ...{ answered: 1, kept: 1, keptPercent: 100, medianWorkingDays: 2, overdue: 0, reminders: 1 },
        },
      ],
      procedures: [
        {
          ...{ workflow: 'listing-certificate', submitted: 3, concluded: 1, withdrawn: 0 },
          // Monday to Monday is five; Tuesday to Thursday it waited for the applicant.
          ...{ medianWorkingDays: 2, ninetiethPercentileWorkingDays: 2 },
        },
      ],
    });
  });

  it('add up months', async () => {
    const { json } = await statistics({ fromMonth: '2026-11', toMonth: '2026-12' });

    expect(json.departments).toMatchObject([
      {
        answered: 2,
        kept: 1,
        keptPercent: 50,
        medianWorkingDays: 2,
        ninetiethPercentileWorkingDays: 8,
        overdue: 1,
      },
    ]);
  });

  it('are of one procedure where it is named', async () => {
    const { json } = await statistics({ procedure: 'patent-funding' });

    expect(json).toMatchObject({ departments: [], procedures: [] });
  });

  it.each([
    [{ month: '2026-13' }, ['/query/month']],
    [{ fromMonth: '2026-11' }, ['/query/toMonth']],
    [{ month: '2026-11', fromMonth: '2026-11', toMonth: '2026-10' }, ['/query/month', '/query/toMonth']],
    [{ fromMonth: '2020-01', toMonth: '2026-10' }, ['/query/toMonth']],
  ])('of %j are refused with every fault', async (query, pointers) => {
    const { status, json } = await statistics(query as Record<string, string>);

    expect(status).toBe(400);
    expect((json.faults as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it("are the office's alone", async () => {
    for (const actor of [ENVIRONMENT, ENTERPRISE]) expect((await statistics({}, actor)).status).toBe(403);
  });

  it('agree with the audit, and a counter that was tampered with is named', async () => {
    const { json } = await statistics({ fromMonth: '2026-11', toMonth: '2026-12' });
    const told = Statistics.parse(json);
    const tampered = Statistics.parse(JSON.parse(JSON.stringify(json).replace('"kept":1', '"kept":2')));

    expect(reconcile(told, recount.sets())).toEqual([]);
    expect(reconcile(tampered, recount.sets())).toEqual([
      { figure: 'departments/environment/kept', stated: 2, recounted: 1 },
    ]);
  });

  it('are a workbook with Chinese headings that stay in sight and numbers that are numbers', async () => {
    const { body, headers } = await exportStatistics({ query: { month: '2026-11' } }, w);
    const sheets = await readExcelFile(body);

    expect(headers['content-disposition']).toBe('attachment; filename="statistics-2026-11.xlsx"');
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '部门排名',
      '事项',
      '每日办件量',
      '办理时长分布',
      '当前逾期情况',
    ]);
    const [league, procedures, days, , load] = sheets.map(({ data }) => data);
    expect(league?.[0]?.slice(0, 3)).toEqual(['排名', '部门', '按时答复率（%）']);
    expect(league?.[1]).toEqual([1, '生态环境部门', 100, 2, 2, 1, 1, 0, 0, 1]);
    expect(procedures?.[1]?.slice(1)).toEqual([3, 1, 0, 2, 2]);
    expect(days?.slice(1).map((row) => row.slice(1))).toEqual([
      ['2026-11-23', 3, 0, 0],
      ['2026-11-30', 0, 1, 0],
    ]);
    expect(load).toEqual([
      ['部门', '待办', '即将到期（2026-11-26前）', '逾期', '其中督办'],
      ['生态环境部门', 1, 0, 1, 1],
      ['税务部门', 2, 1, 0, 0],
    ]);
    const files = unzipSync(body);
    const first = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    expect(first).toContain('state="frozen"');
  });
});

describe("a department's own statistics", () => {
  const own = async (actor = ENVIRONMENT) =>
    send(
      route(ShowOwnStatistics, showOwnStatistics, () => w),
      { actor, query: { month: '2026-11' } },
    );

  it("are its own and nobody else's", async () => {
    expect((await own()).json.figures).toMatchObject({ departmentId: 'environment', answered: 1 });
    expect((await own(TAX)).json.figures).toMatchObject({
      departmentId: 'tax',
      answered: 0,
      workingDays: [],
    });
    expect((await own(OFFICE)).status).toBe(403);
  });
});

it('the office sees of each department what is open, due soon, overdue and escalated', async () => {
  const overdue = route(ShowOverdue, showOverdue, () => w);
  const { json } = await send(overdue, { actor: OFFICE });
  const twoDays = await send(overdue, { actor: OFFICE, query: { dueSoonWorkingDays: '4' } });

  expect(json).toMatchObject({
    dueSoonThroughOn: '2026-11-26',
    items: [
      { departmentId: 'environment', open: 1, dueSoon: 0, overdue: 1, escalated: 1 },
      { departmentId: 'tax', name: { zh: '税务部门' }, open: 2, dueSoon: 1, overdue: 0, escalated: 0 },
    ],
  });
  expect(twoDays.json).toMatchObject({ items: [{}, { dueSoon: 2 }] });
});

const BY = { by: 'platform', step: 'test' } as const;
type Note = Parameters<World['cases']['change']>[2];

async function readCase({ caseId }: SampleCase) {
  const read = await w.cases.read(caseId);
  if (!read) throw new Error('the case was just written');
  return read;
}

async function note(one: SampleCase, kind: Note['kind'], on: string, details: NonNullable<Note['details']>) {
  const at = `${on}T10:00:00+08:00`;
  await w.commit(w.cases.change(await readCase(one), {}, { kind, at, actor: BY, details }));
}

async function issue(one: SampleCase) {
  const pauses = [{ fromOn: '2026-11-24', untilOn: '2026-11-27' }];
  const deed = { kind: 'result-issued', at: '2026-11-30T10:00:00+08:00', actor: BY } as const;
  await w.commit(w.cases.change(await readCase(one), { status: 'ISSUED', pauses }, deed));
}

async function open(one: SampleCase, departmentId: string, dueAt: string, overdueAt?: string) {
  const { caseNumber, workflow, applicant } = await readCase(one);
  const { taskId } = one.question(departmentId);
  const named = { caseNumber, workflow, applicantName: applicant.name, applicantUscc: applicant.uscc };
  const task = { taskId, caseId: one.caseId, departmentId, ...named, openedAt: NOW, ...DEADLINE, dueAt };
  const opened = await w.desk.open({ ...task, question: {} }, 'token');
  if (overdueAt) await w.commit(w.desk.change(opened, { overdueAt }));
}
