import { beforeAll, describe, expect, it } from 'vitest';
import { assignDeskTask } from '../../../functions/desk/assign-desk-task.ts';
import { claimDeskTask } from '../../../functions/desk/claim-desk-task.ts';
import { releaseDeskTask } from '../../../functions/desk/release-desk-task.ts';
import { textOf } from '../../../functions/notifications/delivery/letters.ts';
import { notificationRulesOn } from '../../../functions/notifications/store/notification-rules.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import {
  AssignDeskTask,
  ClaimDeskTask,
  ReleaseDeskTask,
} from '../../../workflows/shared/desk-holder-routes.ts';
import type { NotificationKind } from '../../../workflows/shared/notifications/event.ts';
import { BEN, ENVIRONMENT, LEAD } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { type OpenedTask, openedTask } from '../support/desk-actions.ts';
import { send } from '../support/http.ts';
import { toldOf } from '../support/told-of.ts';
import { NOW, type World, world } from '../support/world.ts';

const { db } = useDatabase();
const LATE = '2026-12-03T10:00:00+08:00';

/** A world in which the environment department is asked two fields. */
function askingTwoFields(): World {
  const w = world(db());
  return {
    ...w,
    cases: {
      ...w.cases,
      async readDetail(caseId) {
        const { plan = [], ...detail } = ListingDetail.parse(await w.cases.readDetail(caseId));
        const more = { fieldIds: ['environment-field', 'second-field'] };
        const asked = plan.map((one) => (one.departmentId === 'environment' ? { ...one, ...more } : one));
        return { ...detail, plan: asked };
      },
    },
  };
}

/** What each audience reads of the events of one kind. */
async function read(t: OpenedTask, kind: NotificationKind) {
  const rows = (await toldOf(db(), t.sample.caseId)).filter((row) => row.kind === kind);
  const rules = notificationRulesOn('2026-12-01');
  return rows.flatMap((row) =>
    row.recipients.map((recipient) => ({ ...recipient, ...textOf(row, recipient, rules) })),
  );
}

describe('a task of which the office closes a part', () => {
  it('is told to its department as owed still, with what is left and when that was due', async () => {
    const t = await openedTask(askingTwoFields());
    t.at(LATE);
    await t.keep();

    expect(
      (await t.closeUnanswered({ body: { partIds: ['second-field'], reason: '多次催办未答复' } })).status,
    ).toBe(200);

    expect(await read(t, 'task-closed-unanswered')).toEqual([]);
    const [applicant, department] = await read(t, 'task-closed-unanswered-in-part');
    expect(applicant?.text.zh).toMatch(/其中 1 项.*其余 1 项仍由/);
    expect(department).toMatchObject({ audience: 'department', organisationId: 'environment' });
    expect(department?.title.zh).toContain('仍有 1 项待答复');
    expect(department?.text.en).toContain('2026-12-01');
  });

  it('is told as ended once the last part is closed', async () => {
    const t = await openedTask(askingTwoFields());
    t.at(LATE);
    await t.keep();

    await t.closeUnanswered();

    expect(await read(t, 'task-closed-unanswered-in-part')).toEqual([]);
    const [applicant, department] = await read(t, 'task-closed-unanswered');
    expect(department?.text.zh).toContain('不能再答复');
    expect(applicant?.text.zh).not.toContain('领域');
  });
});

describe('a supplement that lapses', () => {
  const lapsed = async (partIds?: string[]) => {
    const t = await openedTask(askingTwoFields());
    const items = [{ text: '请补充排污许可证', ...(partIds && { partIds }) }];
    const body = { items, workingDays: 3 };
    expect((await t.ask({ body })).status).toBe(201);
    t.at('2026-11-28T00:00:00+08:00');
    await t.keep();
    return t;
  };

  it('leaves the other parts to the department, until the date to which its clock was moved', async () => {
    const t = await lapsed(['second-field']);

    const { dueAt } = (await t.read()) ?? {};
    expect(await read(t, 'supplement-lapsed')).toEqual([]);
    const [applicant, department] = await read(t, 'supplement-lapsed-in-part');
    expect(department?.title.zh).toContain('仍有 1 项待答复');
    expect(department?.text.en).toContain(dueAt?.slice(0, 10));
    expect(applicant?.text.en).toContain(dueAt?.slice(0, 10));
  });

  it('ends the task where all of it had waited', async () => {
    const t = await lapsed();

    expect(await read(t, 'supplement-lapsed-in-part')).toEqual([]);
    const [, department] = await read(t, 'supplement-lapsed');
    expect(department?.text.zh).toContain('待办已结束');
  });
});

describe('a task that is taken from its holder', () => {
  let t: OpenedTask;
  let keys = 0;
  const officers = [ENVIRONMENT, BEN, LEAD].map(({ personId, personName }) => ({ personId, personName }));

  beforeAll(async () => {
    const { roster, commit } = world(db());
    const before = await roster.read('environment');
    const deed = { kind: 'staff-replaced', at: NOW, actor: LEAD, officers } as const;
    await commit(roster.change(before, { officers }, deed));
  });

  async function act(handler: RouteHandler, actor: Actor, body?: unknown) {
    const version = (await t.read())?.version;
    const headers = { 'idempotency-key': `taken-${++keys}`, 'if-match': `"${version}"` };
    const { status } = await send(handler, { actor, path: { taskId: t.taskId }, headers, body });
    expect(status).toBe(200);
  }
  const claim = (actor: Actor) =>
    act(
      route(ClaimDeskTask, claimDeskTask, () => t.w),
      actor,
    );
  const release = (actor: Actor) =>
    act(
      route(ReleaseDeskTask, releaseDeskTask, () => t.w),
      actor,
    );
  const assign = (personId: string) =>
    act(
      route(AssignDeskTask, assignDeskTask, () => t.w),
      LEAD,
      { personId },
    );
  const formerHoldersTold = async () => (await read(t, 'task-taken-back')).map(({ personId }) => personId);
  const held = async () => {
    t = await openedTask(world(db()));
    await claim(ENVIRONMENT);
  };

  it.each([
    ['the lead assigns it to another', () => assign(BEN.personId)],
    ['the lead gives it back', () => release(LEAD)],
    [
      'the office gives it to another',
      async () => {
        t.at(LATE);
        await t.keep();
        await t.reassign({ body: { personId: BEN.personId, reason: '原经办人出差' } });
      },
    ],
  ])('is told to that officer where %s', async (_how, take) => {
    await held();
    await take();

    expect(await formerHoldersTold()).toEqual([ENVIRONMENT.personId]);
    expect((await read(t, 'task-taken-back'))[0]?.text.zh).toContain('无需再答复');
  });

  it('is not told to one who gave it back, nor to one to whom it is assigned again', async () => {
    await held();
    await assign(ENVIRONMENT.personId);
    await release(ENVIRONMENT);
    expect(await formerHoldersTold()).toEqual([]);
  });
});
