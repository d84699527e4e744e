import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { type OpenedTask, openedTask } from '../support/desk-actions.ts';
import { world } from '../support/world.ts';

/**
 * Two actions on one task. The first has read everything and is about to write when the second runs from beginning to end: the
 * first must find out, read again, and give way or go on by the table of transitions. Each pair both ways.
 */
const database = useDatabase();
let t: OpenedTask;

const LATE = '2026-12-03T10:00:00+08:00';
type Reply = { status: number | undefined; json: Record<string, unknown> };
type Act = () => Promise<Reply>;

beforeEach(async () => {
  t = await openedTask(world(database.db()));
  t.at('2026-11-24T10:00:00+08:00');
});

async function overdue(): Promise<void> {
  t.at(LATE);
  await t.keep();
}
async function asked(): Promise<void> {
  await t.ask();
}

async function race(slow: Act, fast: Act): Promise<{ slow: Reply; fast: Reply }> {
  let won: Reply | undefined;
  t.beforeNextCommit(async () => {
    won = await fast();
  });
  const lost = await slow();
  if (!won) throw new Error('the slow one never came to its write');
  return { slow: lost, fast: won };
}

interface Pair {
  readonly name: string;
  readonly given: () => Promise<void>;
  readonly slow: Act;
  readonly fast: Act;
  /** What the loser is told. */
  readonly told: object;
  /** How the task stands afterwards. */
  readonly task: object;
}

const nothing = async () => {};
const decided = { status: 409, json: { code: 'task-decided', present: { state: 'RELAYED' } } };
const closed = { status: 409, json: { code: 'task-closed', present: { state: 'CLOSED' } } };
const supplementClosed = { status: 409, json: { code: 'supplement-closed', present: { status: 'CLOSED' } } };
const changed = { status: 412, json: { code: 'changed-meanwhile', present: { state: 'OPEN' } } };
const waits = { status: 409, json: { code: 'task-awaits-supplement', present: { state: 'SUPPLEMENT' } } };

const PAIRS: readonly Pair[] = [
  {
    name: 'a decision loses to another officer who decides',
    given: nothing,
    slow: () => t.decide({ version: 1 }),
    fast: () => t.decide({ version: 1 }),
    told: decided,
    task: { status: 'RELAYED', version: 2 },
  },
  {
    name: 'a decision loses to a withdrawal',
    given: nothing,
    slow: () => t.decide(),
    fast: () => t.withdraw(),
    told: closed,
    task: { status: 'CLOSED' },
  },
  {
    name: 'a decision loses to a supplement that is asked',
    given: nothing,
    slow: () => t.decide({ version: 1 }),
    fast: () => t.ask(),
    told: waits,
    task: { status: 'OPEN', supplementRounds: 1 },
  },
  {
    name: 'a supplement that is asked loses to a decision',
    given: nothing,
    slow: () => t.ask({ version: 1 }),
    fast: () => t.decide(),
    told: decided,
    task: { status: 'RELAYED' },
  },
  {
    name: 'a supplement that is asked loses to a withdrawal',
    given: nothing,
    slow: () => t.ask(),
    fast: () => t.withdraw(),
    told: closed,
    task: { status: 'CLOSED' },
  },
  {
    name: 'an extension loses to a late answer',
    given: overdue,
    slow: () => t.extend({ version: 1 }),
    fast: () => t.decide(),
    told: decided,
    task: { status: 'RELAYED', dueAt: '2026-12-01T23:59:59+08:00' },
  },
  {
    name: 'a late answer on an old copy loses to an extension',
    given: overdue,
    slow: () => t.decide({ version: 1 }),
    fast: () => t.extend(),
    told: changed,
    task: { status: 'OPEN', extensions: 1 },
  },
  {
    name: 'a closing loses to a late answer',
    given: overdue,
    slow: () => t.closeUnanswered({ version: 1 }),
    fast: () => t.decide(),
    told: decided,
    task: { status: 'RELAYED' },
  },
  {
    name: 'a late answer loses to a closing',
    given: overdue,
    slow: () => t.decide({ version: 1 }),
    fast: () => t.closeUnanswered(),
    told: closed,
    task: { status: 'CLOSED' },
  },
  {
    name: 'an extension loses to a closing',
    given: overdue,
    slow: () => t.extend({ version: 1 }),
    fast: () => t.closeUnanswered(),
    told: closed,
    task: { status: 'CLOSED' },
  },
  {
    name: 'a supplement that is given loses to a withdrawal',
    given: asked,
    slow: () => t.answer(),
    fast: () => t.withdraw(),
    told: supplementClosed,
    task: { status: 'CLOSED' },
  },
  {
    name: 'a supplement that is given loses to another that is given',
    given: asked,
    slow: () => t.answer({ version: 1 }),
    fast: () => t.answer({ version: 1 }),
    told: { status: 409, json: { code: 'supplement-answered', present: { status: 'ANSWERED' } } },
    task: { status: 'OPEN', version: 3 },
  },
];

describe('of two actions at once exactly one wins', () => {
  it.each(PAIRS)('$name', async ({ given, slow, fast, told, task }) => {
    await given();
    const outcome = await race(slow, fast);

    expect(outcome.fast.status).toBeLessThan(300);
    expect(outcome.slow).toMatchObject(told);
    expect(await t.read()).toMatchObject(task);
  });

  it('a withdrawal after a decision withdraws the case; the answer that was given stays', async () => {
    const outcome = await race(
      () => t.withdraw(),
      () => t.decide(),
    );
    expect([outcome.slow.status, outcome.fast.status]).toEqual([200, 200]);
    expect(await t.read()).toMatchObject({ status: 'RELAYED' });
  });

  it.each(['withdrawal', 'issue'])('of a withdrawal and an issue, when the %s is slow', async (slow) => {
    if (slow === 'withdrawal') {
      t.beforeNextCommit(t.issue);
      expect(await t.withdraw()).toMatchObject({ status: 409, json: { present: { status: 'ISSUED' } } });
      return;
    }
    t.beforeNextCommit(t.withdraw);
    await expect(t.issue()).rejects.toThrow();
    await expect(t.issue()).rejects.toMatchObject({ status: 409, present: { status: 'WITHDRAWN' } });
  });
});

describe('time against people', () => {
  it('an escalation gives way to an answer that came before it', async () => {
    t.at(LATE);
    t.beforeNextCommit(t.decide);
    await t.keep();

    expect(await t.read()).toMatchObject({ status: 'RELAYED' });
    expect((await t.read())?.overdueAt).toBeUndefined();
    expect(await t.audit()).not.toContain('task-overdue');
  });

  it('a late answer counts although it was escalated in the same moment', async () => {
    t.at(LATE);
    const outcome = await race(
      () => t.decide({ version: 1 }),
      async () => {
        await t.keep();
        return { status: 200, json: {} };
      },
    );

    expect(outcome.slow.status).toBe(200);
    expect(await t.read()).toMatchObject({ status: 'RELAYED', overdueAt: LATE });
    expect(await t.audit()).toEqual(expect.arrayContaining(['task-overdue', 'task-decided']));
  });

  it('a lapse gives way to a supplement that came before it', async () => {
    await t.ask();
    t.at('2026-11-28T00:00:00+08:00');
    t.beforeNextCommit(t.answer);
    await t.keep();

    expect(await t.supplement()).toMatchObject({ status: 'ANSWERED' });
    expect(await t.read()).toMatchObject({ status: 'OPEN' });
    expect((await t.read())?.closedParts).toBeUndefined();
  });

  it('a supplement gives way to a lapse that came before it', async () => {
    await t.ask();
    t.at('2026-11-28T00:00:00+08:00');
    const outcome = await race(t.answer, async () => {
      await t.keep();
      return { status: 200, json: {} };
    });

    expect(outcome.slow).toMatchObject({ status: 409, json: { code: 'supplement-lapsed' } });
    expect(await t.supplement()).toMatchObject({ status: 'LAPSED' });
    expect(await t.read()).toMatchObject({ status: 'CLOSED' });
  });

  it.each(['escalation', 'withdrawal'])('an %s and the other: a closed case stays closed', async (slow) => {
    t.at(LATE);
    t.beforeNextCommit(slow === 'escalation' ? t.withdraw : t.keep);
    await (slow === 'escalation' ? t.keep() : t.withdraw());

    expect(await t.read()).toMatchObject({ status: 'CLOSED' });
    expect((await t.w.cases.read(t.sample.caseId))?.status).toBe('WITHDRAWN');
  });

  it('an escalation gives way to a supplement that was asked just before', async () => {
    t.at('2026-12-01T20:00:00+08:00');
    t.beforeNextCommit(async () => {
      await t.ask();
      t.at(LATE);
    });
    await t.keep();
    await t.keep();

    expect(await t.read()).toMatchObject({ supplementRounds: 1 });
    expect((await t.read())?.overdueAt).toBeUndefined();
  });
});
