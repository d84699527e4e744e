import { mkdirSync } from 'node:fs';
import { deliveriesAfter, START } from '../../functions/financing-demand/list/deliveries.ts';
import { drawUp } from '../../functions/financing-demand/list/draw-up.ts';
import type { FinancingWorld } from '../../test/functions/financing-demand/financing-world.ts';
import { NOW } from '../../test/functions/support/world.ts';
import type { Institution } from '../../workflows/financing-demand/institution.ts';
import { changeDemands, sendDemands } from './demands.ts';
import { enterprise } from './enterprise.ts';
import { inParallel } from './in-parallel.ts';
import { loadDemands, namesOf } from './load.ts';
import { type Metered, meter } from './meter.ts';
import { pusher } from './push.ts';
import { benchWorld, storeIn } from './world.ts';

/** One step with what it did: so many rows of lists, or demands. */
export interface Step extends Metered {
  readonly name: string;
  readonly items: number;
}

export interface Steps {
  /** Submitting and sending some of them, by the handlers. */
  readonly sending: Step;
  readonly firstList: Step;
  readonly firstPull: Step;
  readonly changing: Step;
  readonly dailyList: Step;
  readonly dailyPull: Step;
  readonly dailyPush: Step;
  readonly largestMessageBytes: number;
}

interface Size {
  readonly demands: number;
  readonly institutions: number;
  /** How many demands change before the daily list. */
  readonly changes: number;
}

/** Sent by the handlers; the others are copied from the first. */
const SENT = 40;
/** Institutions that pull their whole first list. What one pulls does not depend on the others. */
const PULLING = 2;
/** Lists drawn up at the same time, as the machine's Map does with ten; this machine has two cores. */
const LISTS_AT_ONCE = 4;
const TODAY = NOW.slice(0, 10);

/** So many demands at so many institutions in a store of their own: the first list, then the list of a day on which some changed. */
export async function measureLists(
  folder: string,
  { demands, institutions: count, changes }: Size,
): Promise<Steps> {
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: demands }, (_, index) => namesOf(enterprise(index), index + 1, TODAY));
  const [first, ...others] = names;
  if (!first) throw new Error('without a demand there is no list');
  const sending = await send(folder, count, Math.min(SENT, others.length));
  loadDemands(storeIn(folder), first, others.slice(sending.items));

  const { db, world, institutions, stop } = await benchWorld(folder, count);
  try {
    const step = stepper(db);
    const lists = () =>
      inParallel(
        LISTS_AT_ONCE,
        institutions,
        async ({ institutionId }) => void (await drawUp(institutionId, world)),
      );
    const { connect, push, largestMessageBytes } = pusher(db, world);
    const pulling = institutions.slice(0, PULLING);

    const firstList = await step('first list', demands * count, lists);
    const firstPull = await step(`pulled by ${pulling.length}`, demands * pulling.length, () =>
      pullLast(world, pulling),
    );
    await connect(institutions);
    const changed = names.slice(-changes).map(({ demandId }) => demandId);
    const changing = await step(`${changes} change`, changes, () => changeDemands(world, changed));
    const dailyList = await step('daily list', changes * count, lists);
    const dailyPull = await step('pulled by all', changes * count, () => pullLast(world, institutions));
    const dailyPush = await step('pushed to all', changes * count, async () => {
      expectAll((await push(institutions)).length, count);
    });
    return {
      sending,
      firstList,
      firstPull,
      changing,
      dailyList,
      dailyPull,
      dailyPush,
      largestMessageBytes: largestMessageBytes(),
    };
  } finally {
    await stop();
  }
}

/** The first alone, so that its number is the first: the others are made of it. */
async function send(folder: string, institutions: number, more: number): Promise<Step> {
  const { db, world, stop } = await benchWorld(folder, institutions);
  try {
    await sendDemands(world, [enterprise(0)]);
    const others = Array.from({ length: more }, (_, index) => enterprise(index + 1));
    return await stepper(db)(`${more} are sent`, more, () => sendDemands(world, others));
  } finally {
    await stop();
  }
}

function stepper(db: Parameters<typeof meter>[0]) {
  const metered = meter(db);
  return async <Result>(name: string, items: number, work: () => Promise<Result>) => {
    const { result, ...measured } = await metered(work);
    if (typeof result === 'number') expectAll(result, items);
    return { name, items, ...measured };
  };
}

/** Each institution pulls everything after the list before its last one; how many rows that is. */
async function pullLast(world: FinancingWorld, institutions: readonly Institution[]): Promise<number> {
  let count = 0;
  for (const institution of institutions) {
    const { number } = await world.lists.head(institution.institutionId);
    let place = { ...START, listNumber: number };
    for (;;) {
      const { items, next } = await deliveriesAfter(institution, place, 100, world);
      if (items.length === 0) break;
      count += items.length;
      place = next;
    }
  }
  return count;
}

function expectAll(found: number, expected: number): void {
  if (found !== expected) throw new Error(`${found} of ${expected} arrived`);
}
