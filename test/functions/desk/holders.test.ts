import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askSupplement } from '../../../functions/desk/ask-supplement.ts';
import { assignDeskTask } from '../../../functions/desk/assign-desk-task.ts';
import { claimDeskTask } from '../../../functions/desk/claim-desk-task.ts';
import { decideDeskTask } from '../../../functions/desk/decide-desk-task.ts';
import { makeDelegation } from '../../../functions/desk/make-delegation.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { readTimeline } from '../../../functions/desk/read-timeline.ts';
import { releaseDeskTask } from '../../../functions/desk/release-desk-task.ts';
import { replaceStaff } from '../../../functions/desk/replace-staff.ts';
import { revokeDelegation } from '../../../functions/desk/revoke-delegation.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { firstBreak } from '../../../workflows/shared/audit/chain.ts';
import { ReadTimeline } from '../../../workflows/shared/case-routes.ts';
import {
  AssignDeskTask,
  ClaimDeskTask,
  ReleaseDeskTask,
} from '../../../workflows/shared/desk-holder-routes.ts';
import { DecideDeskTask } from '../../../workflows/shared/desk-routes.ts';
import {
  MakeDelegation,
  ReplaceStaff,
  RevokeDelegation,
} from '../../../workflows/shared/desk-staff-routes.ts';
import { deskTaskState } from '../../../workflows/shared/desk-transitions.ts';
import { AskSupplement } from '../../../workflows/shared/supplement-routes.ts';
import { BEN, CAI, ENTERPRISE, ENVIRONMENT, LEAD, OFFICE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview, cleanAnswer, type SampleCase } from '../support/sample-case.ts';
import { type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
let sample: SampleCase;
let taskId: string;
let keys = 0;

const handlers = {
  claim: () => route(ClaimDeskTask, claimDeskTask, () => w),
  release: () => route(ReleaseDeskTask, releaseDeskTask, () => w),
  assign: () => route(AssignDeskTask, assignDeskTask, () => w),
  decide: () => route(DecideDeskTask, decideDeskTask, () => w),
  ask: () => route(AskSupplement, askSupplement, () => w),
};
const ASKED = { items: [{ text: '请补充排污许可证' }], workingDays: 5 };

interface Attempt {
  readonly ifMatch?: number;
  readonly key?: string;
  readonly personId?: string;
}

/** Acts on the task as it stands now, unless `ifMatch` says otherwise. */
async function act(name: keyof typeof handlers, actor: Actor, { ifMatch, key, personId }: Attempt = {}) {
  const version = ifMatch ?? (await w.desk.read(taskId))?.version;
  const bodies = { decide: { answer: cleanAnswer('environment') }, assign: { personId }, ask: ASKED };
  const body = name in bodies ? bodies[name as keyof typeof bodies] : undefined;
  return send(handlers[name](), {
    actor,
    path: { taskId },
    headers: { 'idempotency-key': key ?? `k-${++keys}`, 'if-match': `"${version}"` },
    ...(body && { body }),
  });
}

const post = (handler: RouteHandler, actor: Actor, body?: unknown, path?: Record<string, string>) =>
  send(handler, {
    actor,
    headers: { 'idempotency-key': `p-${++keys}` },
    ...(body ? { body } : {}),
    ...(path ? { path } : {}),
  });
const delegate = (actor: Actor, body: unknown) =>
  post(
    route(MakeDelegation, makeDelegation, () => w),
    actor,
    body,
  );
const revoke = (actor: Actor, delegationId: string) =>
  post(
    route(RevokeDelegation, revokeDelegation, () => w),
    actor,
    undefined,
    { delegationId },
  );
const audit = async () => (await w.cases.readAudit(sample.caseId, { limit: 100 })).items;
const today = { fromOn: '2026-11-23', toOn: '2026-11-30', workflows: ['listing-certificate'] };
/** A delegation that is taken back when the test ends, so that each test begins without. */
async function untilRevoked(actor: Actor, to: Actor, then: (delegationId: string) => Promise<void>) {
  const { status, json } = await delegate(actor, { toPersonId: to.personId, ...today });
  expect(status).toBe(201);
  try {
    await then(String(json.delegationId));
  } finally {
    await revoke(actor, String(json.delegationId));
  }
}

beforeAll(async () => {
  w = world(database.db());
  const officers = [ENVIRONMENT, BEN, CAI, LEAD].map(({ personId, personName }) => ({
    personId,
    personName,
  }));
  const reply = await send(
    route(ReplaceStaff, replaceStaff, () => w),
    {
      actor: LEAD,
      headers: { 'idempotency-key': 'staff', 'if-match': '"0"' },
      body: { officers },
    },
  );
  expect(reply).toMatchObject({ status: 200, headers: { etag: '"1"' } });
});

beforeEach(async () => {
  w = world(database.db());
  sample = await caseInReview(w);
  taskId = sample.question('environment').taskId;
  await openDeskTask(
    {
      taskToken: 't',
      workflow: 'listing-certificate',
      caseId: sample.caseId,
      question: sample.question('environment'),
    },
    w,
  );
});

describe('a claimed task', () => {
  it('is its holder’s alone to answer; others are told who holds it', async () => {
    const claimed = await act('claim', BEN);
    expect(claimed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      json: { assignee: { personId: 'ben', assignedAt: '2026-11-23T09:30:00+08:00' } },
    });

    expect(await act('decide', CAI)).toMatchObject({
      status: 409,
      json: { code: 'task-held', present: { assignee: { personId: 'ben' }, version: 2 } },
    });
    expect(await act('decide', LEAD)).toMatchObject({ status: 409 });
    expect(await act('decide', BEN)).toMatchObject({ status: 200, json: { decidedBy: { personId: 'ben' } } });
  });

  it('is claimed once: the same request again answers the same, another 409', async () => {
    const first = await act('claim', BEN, { key: 'double', ifMatch: 1 });

    expect(await act('claim', BEN, { key: 'double', ifMatch: 1 })).toEqual(first);
    expect(await act('claim', BEN)).toMatchObject({ status: 409, json: { code: 'task-held' } });
    expect((await audit()).filter(({ kind }) => kind === 'task-claimed')).toHaveLength(1);
  });

  it('goes to exactly one of two officers who claim at the same moment', async () => {
    const replies = await Promise.all([act('claim', BEN, { ifMatch: 1 }), act('claim', CAI, { ifMatch: 1 })]);

    const [won, lost] = replies.map(({ status }) => status).sort();
    expect(won).toBe(200);
    expect([409, 412]).toContain(lost);
  });

  it('lets either the claim or the decision of two officers win, never both', async () => {
    const [claim, decision] = await Promise.all([
      act('claim', BEN, { ifMatch: 1 }),
      act('decide', CAI, { ifMatch: 1 }),
    ]);

    expect([claim.status, decision.status].filter((status) => status === 200)).toHaveLength(1);
  });

  it('is given back by its holder or the lead, and then anybody’s again', async () => {
    await act('claim', BEN);
    expect(await act('release', CAI)).toMatchObject({ status: 409, json: { code: 'task-held' } });
    expect((await act('release', BEN)).json).not.toHaveProperty('assignee');
    expect(await act('release', BEN)).toMatchObject({ status: 409, json: { code: 'task-not-held' } });
    await act('claim', BEN);
    expect(await act('release', LEAD)).toMatchObject({ status: 200 });
    expect(await act('decide', CAI)).toMatchObject({ status: 200 });
  });

  it('is assigned anew by the lead alone, to an officer of the list', async () => {
    await act('claim', BEN);

    expect(await act('assign', BEN, { personId: 'cai' })).toMatchObject({
      status: 403,
      json: { code: 'only-for-the-lead' },
    });
    expect(await act('assign', LEAD, { personId: 'stranger' })).toMatchObject({
      status: 422,
      json: { faults: [{ pointer: '/personId', code: 'not-on-staff-list' }] },
    });
    expect(await act('assign', LEAD, { personId: 'cai' })).toMatchObject({
      status: 200,
      json: { assignee: { personId: 'cai', personName: 'Person cai' } },
    });
    expect(await act('decide', BEN)).toMatchObject({ status: 409 });
    expect((await audit()).at(-1)).toMatchObject({
      kind: 'task-assigned',
      details: { from: 'ben', to: 'cai' },
    });
  });

  it('changes hands while it waits for the applicant’s supplement, and waits on', async () => {
    await act('claim', CAI);
    expect((await act('ask', CAI)).status).toBe(201);

    expect(await act('assign', LEAD, { personId: 'ben' })).toMatchObject({
      status: 200,
      json: { assignee: { personId: 'ben' } },
    });
    expect(await act('release', BEN)).toMatchObject({ status: 200 });
    expect(await act('claim', BEN)).toMatchObject({ status: 200 });
    const task = await w.desk.read(taskId);
    expect(task && deskTaskState(task)).toBe('SUPPLEMENT');
    expect(await act('decide', BEN)).toMatchObject({ status: 409, json: { code: 'task-awaits-supplement' } });
  });

  it('refuses a copy that somebody changed since, and a task that is answered', async () => {
    expect(await act('claim', BEN, { ifMatch: 7 })).toMatchObject({ status: 412 });
    await act('decide', CAI);
    for (const name of ['claim', 'release'] as const) {
      expect(await act(name, BEN)).toMatchObject({ status: 409, json: { code: 'task-decided' } });
    }
  });

  it.each([
    ['another department', TAX],
    ['an enterprise', ENTERPRISE],
    ['the office', OFFICE],
  ])('is refused to %s', async (_who, actor) => {
    for (const name of ['claim', 'release', 'assign'] as const) {
      expect(await act(name, actor, { personId: 'ben' })).toMatchObject({ status: 403 });
    }
  });
});

describe('under a delegation', () => {
  it('the deputy answers; task and audit name both', async () => {
    await act('claim', BEN);
    await untilRevoked(BEN, CAI, async (delegationId) => {
      const forBen = { personId: 'ben', personName: 'Person ben' };
      expect(await act('decide', CAI)).toMatchObject({
        status: 200,
        json: { decidedBy: { personId: 'cai', forWhom: forBen } },
      });
      expect((await audit()).at(-1)).toMatchObject({
        kind: 'task-decided',
        actor: { personId: 'cai', forWhom: forBen },
        details: { delegationIds: [delegationId] },
      });
      const read = await w.cases.read(sample.caseId);
      expect(
        firstBreak(await audit(), { sequence: read?.version ?? 0, hash: read?.auditHash ?? '' }),
      ).toBeUndefined();
    });
  });

  it('over a chain the last acts for the first, and may give the task back', async () => {
    await act('claim', BEN);
    await untilRevoked(BEN, ENVIRONMENT, () =>
      untilRevoked(ENVIRONMENT, CAI, async () => {
        expect(await act('release', CAI)).toMatchObject({ status: 200 });
        expect((await audit()).at(-1)).toMatchObject({ actor: { forWhom: { personId: 'ben' } } });
      }),
    );
  });

  it('the holder still answers, and nobody does for them before it begins, after it ends or once it is revoked', async () => {
    await act('claim', BEN);
    await untilRevoked(BEN, CAI, async (delegationId) => {
      for (const now of ['2026-11-22T15:59:59Z', '2026-11-30T16:00:00Z']) {
        w = { ...w, now: () => new Date(now) };
        expect(await act('decide', CAI)).toMatchObject({ status: 409 });
      }
      w = world(database.db());
      await revoke(BEN, delegationId);
      expect(await act('decide', CAI)).toMatchObject({ status: 409 });
      expect(await act('decide', BEN)).toMatchObject({ status: 200 });
    });
  });

  it('either the decision or the revocation comes first: a revoked right decides nothing', async () => {
    await act('claim', BEN);
    await untilRevoked(BEN, CAI, async (delegationId) => {
      const [decision, revocation] = await Promise.all([act('decide', CAI), revoke(BEN, delegationId)]);

      expect(revocation.status).toBe(200);
      expect([200, 409]).toContain(decision.status);
      expect((await w.desk.read(taskId))?.status).toBe(decision.status === 200 ? 'RELAYED' : 'OPEN');
    });
  });

  it('is refused with every fault at once', async () => {
    const refused = await delegate(BEN, {
      toPersonId: 'ben',
      fromOn: '2026-11-22',
      toOn: '2026-11-21',
      workflows: ['listing-certificate', 'listing-certificate'],
    });
    expect(refused.status).toBe(422);
    expect((refused.json.faults as { code: string }[]).map(({ code }) => code)).toEqual([
      'delegation-to-oneself',
      'delegation-in-the-past',
      'delegation-ends-before-it-begins',
      'workflow-duplicate',
    ]);
    expect(await delegate(BEN, { toPersonId: 'stranger', ...today })).toMatchObject({ status: 422 });
    expect(await delegate(BEN, { toPersonId: 'cai', ...today, workflows: ['no-such'] })).toMatchObject({
      status: 422,
      json: { faults: [{ pointer: '/workflows/0' }] },
    });
    expect(await delegate(BEN, { fromPersonId: 'cai', toPersonId: 'ben', ...today })).toMatchObject({
      status: 403,
      json: { code: 'only-for-the-lead' },
    });
  });

  it('makes no circle, not even of two written at the same moment', async () => {
    const replies = await Promise.all([
      delegate(BEN, { toPersonId: 'cai', ...today }),
      delegate(CAI, { toPersonId: 'ben', ...today }),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
    const refused = replies.find(({ status }) => status === 422);
    expect(refused?.json.faults).toEqual([expect.objectContaining({ code: 'delegation-in-a-circle' })]);
    for (const { status, json } of replies) {
      if (status === 201) await revoke(LEAD, String(json.delegationId));
    }
  });

  it('is revoked by whose tasks they are or the lead, once', async () => {
    const { json } = await delegate(LEAD, { fromPersonId: 'ben', toPersonId: 'cai', ...today });
    const id = String(json.delegationId);
    expect(json).toMatchObject({ madeBy: { personId: 'lead' }, from: { personId: 'ben' } });

    for (const actor of [CAI, TAX]) {
      expect(await revoke(actor, id)).toMatchObject({ status: 403, json: { code: 'not-your-delegation' } });
    }
    expect(await revoke(BEN, id)).toMatchObject({ status: 200, json: { revokedBy: { personId: 'ben' } } });
    expect(await revoke(LEAD, id)).toMatchObject({ status: 409, json: { code: 'delegation-revoked' } });
  });
});

const timelineFor = async (actor: Actor) => {
  const reply = await send(
    route(ReadTimeline, readTimeline, () => w),
    { actor, path: { caseId: sample.caseId } },
  );
  return reply.json.items as { kind: string; details: object }[];
};

it('tells nobody outside the department, but the office, who took a task', async () => {
  await act('claim', BEN);
  await act('decide', BEN);
  const kindsFor = async (actor: Actor) => (await timelineFor(actor)).map(({ kind }) => kind);

  expect(await kindsFor(ENTERPRISE)).toEqual(['case-submitted', 'review-planned', 'task-decided']);
  expect(await kindsFor(OFFICE)).toContain('task-claimed');
  expect(await kindsFor(ENVIRONMENT)).toContain('task-claimed');
});

it('tells nobody outside the department, but the office, that somebody answered for another', async () => {
  await act('claim', BEN);
  await untilRevoked(BEN, CAI, async (delegationId) => {
    await act('decide', CAI);
    for (const actor of [ENVIRONMENT, OFFICE]) {
      expect((await timelineFor(actor)).at(-1)?.details).toMatchObject({ delegationIds: [delegationId] });
    }
    const told = (await timelineFor(ENTERPRISE)).at(-1);
    expect(told).toMatchObject({ kind: 'task-decided', details: { departmentId: 'environment' } });
    expect(told?.details).not.toHaveProperty('delegationIds');
  });
});
