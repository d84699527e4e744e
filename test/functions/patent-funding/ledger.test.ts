import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { beforeEach, describe, expect, it } from 'vitest';
import { relayDeskDecisions } from '../../../functions/desk/relay-desk-decisions.ts';
import { closeYear } from '../../../functions/patent-funding/ledger/close-year.ts';
import { fillWaitingList } from '../../../functions/patent-funding/ledger/fill-waiting-list.ts';
import {
  recovering,
  reducing,
  releasing,
} from '../../../functions/patent-funding/ledger/reservation-writes.ts';
import { useDatabase } from '../support/database.ts';
import {
  aCase,
  entries,
  type LedgerWorld,
  ledgerWorld,
  OCCASION,
  type OpenedLedger,
  openedLedger,
  wrongs,
} from './ledger-world.ts';

const database = useDatabase();
let w: LedgerWorld;
let ledger: OpenedLedger;

beforeEach(async () => {
  w = ledgerWorld(database.db());
  ledger = await openedLedger(w, 1000);
});

const cases = (count: number) => Promise.all(Array.from({ length: count }, () => aCase(w)));
const states = (caseIds: readonly string[]) =>
  Promise.all(caseIds.map(async (caseId) => (await w.ledger.reservation(caseId))?.state));

describe('a budget', () => {
  it('gives its last yuan to one of 64 who ask at once; the others wait', async () => {
    ledger = await openedLedger(w, 100);
    const caseIds = await cases(64);

    await Promise.all(caseIds.map((caseId) => ledger.reserve(caseId, 100)));

    const all = await states(caseIds);
    expect(all.filter((state) => state === 'RESERVED')).toHaveLength(1);
    expect(all.filter((state) => state === 'WAITING')).toHaveLength(63);
    expect(await ledger.account()).toMatchObject({ remainingFen: 0, reservedFen: 100, waitingCount: 63 });
    expect(await wrongs(w, ledger.key, caseIds)).toEqual([]);
  });

  it('reserves once for a case, however often it is asked', async () => {
    const [one = ''] = await cases(1);

    for (let time = 0; time < 3; time++) await ledger.reserve(one, 400);

    expect(await ledger.account()).toMatchObject({ remainingFen: 600, reservedFen: 400 });
    expect(await entries(w, ledger.key)).toHaveLength(2);
  });

  it('pays what is reserved, once', async () => {
    const [one = ''] = await cases(1);
    await ledger.reserve(one, 400);

    await Promise.all([ledger.spend(one), ledger.spend(one), ledger.release(one)]);

    expect(['SPENT', 'RELEASED']).toContain((await states([one]))[0]);
    expect((await entries(w, ledger.key)).filter(({ kind }) => kind !== 'allot')).toHaveLength(2);
    expect(await wrongs(w, ledger.key, [one])).toEqual([]);
  });

  it('takes a part of a reservation back and pays the rest', async () => {
    const [one = ''] = await cases(1);
    await ledger.reserve(one, 400);

    await w.commit(reducing(await ledger.read(one), 150).writes);
    await ledger.spend(one);

    expect(await ledger.account()).toMatchObject({ remainingFen: 750, reservedFen: 0, spentFen: 250 });
    expect(await wrongs(w, ledger.key, [one])).toEqual([]);
  });

  it('counts what was paid by level, lane, enterprise and IPC class, and takes off what was recovered', async () => {
    const [one = ''] = await cases(1);
    await ledger.reserve(one, 400);
    await ledger.spend(one);
    expect(Object.fromEntries(await w.ledger.tally(ledger.key))).toMatchObject({
      'level#little-giant#spentFen': 400,
      'lane#fast#cases': 1,
      'ipc#H04#patents': 1,
    });

    const read = await ledger.read(one);
    const { uscc } = read.reservation.of;
    const back = [{ by: 'ipc', name: 'H04', patents: 1, amountFen: 400 }] as const;
    await w.commit(recovering(read, 400, back));

    expect(await w.ledger.enterprises(ledger.key)).toMatchObject([{ uscc, spentFen: 0, reservedFen: 0 }]);
    expect((await w.ledger.tally(ledger.key)).get('ipc#H04#patents')).toBe(0);
    expect(await ledger.account()).toMatchObject({ remainingFen: 1000, spentFen: 0 });
  });
});

describe('the waiting list', () => {
  it('serves in the order of acceptance, whoever joined first', async () => {
    const [holder = '', late = '', early = ''] = await cases(3);
    await ledger.reserve(holder, 1000);
    await ledger.reserve(late, 600, '2026-11-20T10:00:00+08:00');
    await ledger.reserve(early, 600, '2026-11-19T10:00:00+08:00');

    await ledger.release(holder);

    expect(await states([early, late])).toEqual(['RESERVED', 'WAITING']);
  });

  it('lets no small application overtake a large one that waits', async () => {
    const [holder = '', large = '', small = ''] = await cases(3);
    await ledger.reserve(holder, 500);
    await ledger.reserve(large, 800, '2026-11-19T10:00:00+08:00');

    expect(await ledger.reserve(small, 10, '2026-11-20T10:00:00+08:00')).toBe('WAITING');

    await ledger.release(large);
    expect(await states([small])).toEqual(['RESERVED']);
  });

  it('is filled when the office allots more, and wakes the machine that waits', async () => {
    const [holder = '', waiting = ''] = await cases(2);
    await ledger.reserve(holder, 1000);
    await ledger.reserve(waiting, 300);
    await w.desk.waits.keep({ caseId: waiting, name: 'budget' }, 'token-of-the-wait');

    await ledger.allot('more', 300);

    expect(await states([waiting])).toEqual(['RESERVED']);
    const told = w.stepFunctions.commandCalls(SendTaskSuccessCommand).map(({ args }) => args[0].input);
    expect(told).toEqual([{ taskToken: 'token-of-the-wait', output: JSON.stringify({ caseId: waiting }) }]);
    expect((await w.cases.readAudit(waiting, { limit: 10 })).items.at(-1)).toMatchObject({
      kind: 'budget-reserved',
      details: { amountFen: 300 },
    });
  });

  it('wakes the machine a minute later where the signal was lost', async () => {
    const [holder = '', waiting = ''] = await cases(2);
    await ledger.reserve(holder, 1000);
    await ledger.reserve(waiting, 300);
    await w.desk.waits.keep({ caseId: waiting, name: 'budget' }, 'token-of-the-wait');
    w.stepFunctions.on(SendTaskSuccessCommand).rejectsOnce(new Error('away'));
    await ledger.release(holder);

    await relayDeskDecisions({}, w);

    expect(w.stepFunctions.commandCalls(SendTaskSuccessCommand)).toHaveLength(2);
    expect(await w.desk.waits.marks()).toEqual([]);
  });

  it('passes over a case that was withdrawn meanwhile', async () => {
    const [holder = '', withdrawn = '', next = ''] = await cases(3);
    await ledger.reserve(holder, 1000);
    await ledger.reserve(withdrawn, 900, '2026-11-19T10:00:00+08:00');
    await ledger.reserve(next, 900, '2026-11-20T10:00:00+08:00');
    const read = await w.cases.read(withdrawn);
    if (!read) throw new Error('it is there');
    const deed = { kind: 'case-withdrawn', at: OCCASION.at, actor: OCCASION.actor } as const;
    await w.commit(w.cases.change(read, { status: 'WITHDRAWN' }, deed));

    await ledger.release(holder);

    expect(await states([withdrawn, next])).toEqual(['RELEASED', 'RESERVED']);
    expect(await wrongs(w, ledger.key, [holder, withdrawn, next])).toEqual([]);
  });
});

describe('the end of a year', () => {
  const following = () => ({ ...ledger.key, year: 2027 });

  it('lets what is left lapse and sends those who wait away', async () => {
    const [reserved = '', waiting = ''] = await cases(2);
    await ledger.reserve(reserved, 700);
    await ledger.reserve(waiting, 700);

    await closeYear(ledger.key, { unspent: 'lapse', waiting: 'lapse', nextBudgetFen: 5000 }, w);

    expect(await ledger.account()).toMatchObject({ allottedFen: 700, remainingFen: 0, reservedFen: 700 });
    expect(await states([reserved, waiting])).toEqual(['RESERVED', 'LAPSED']);
    expect(await w.ledger.account(following())).toBeUndefined();
    expect(await wrongs(w, ledger.key, [reserved, waiting])).toEqual([]);
  });

  it('carries what is left and those who wait into the next year, where they are served', async () => {
    const [reserved = '', first = '', second = ''] = await cases(3);
    await ledger.reserve(reserved, 700);
    await ledger.reserve(second, 700, '2026-11-20T10:00:00+08:00');
    await ledger.reserve(first, 900, '2026-11-19T10:00:00+08:00');
    const end = { unspent: 'carry', waiting: 'carry', nextBudgetFen: 600 } as const;

    await closeYear(ledger.key, end, w);
    await closeYear(ledger.key, end, w);

    expect(await states([first, second])).toEqual(['RESERVED', 'WAITING']);
    expect(await w.ledger.account(following())).toMatchObject({ allottedFen: 900, remainingFen: 0 });
    expect(await wrongs(w, following(), [first, second])).toEqual([]);
    expect(await wrongs(w, ledger.key, [reserved, first, second])).toEqual([]);
  });

  it('still pays what was reserved, and gives what is released then to no one of the old year', async () => {
    const [paid = '', released = ''] = await cases(2);
    await ledger.reserve(paid, 400);
    await ledger.reserve(released, 500);
    await closeYear(ledger.key, { unspent: 'lapse', waiting: 'lapse', nextBudgetFen: 600 }, w);

    await ledger.spend(paid);
    await w.commit(releasing(await ledger.read(released), { lapses: true }));

    expect(await ledger.account()).toMatchObject({
      allottedFen: 400,
      remainingFen: 0,
      reservedFen: 0,
      spentFen: 400,
    });
    expect(await fillWaitingList(ledger.key, w)).toBe(0);
    expect(await wrongs(w, ledger.key, [paid, released])).toEqual([]);
  });
});
