import { beforeEach, describe, expect, it } from 'vitest';
import { checkProgramme } from '../../../functions/patent-funding/check-programme.ts';
import { closeProgramme } from '../../../functions/patent-funding/close-programme.ts';
import { draftProgramme } from '../../../functions/patent-funding/draft-programme.ts';
import { listProgrammeRecords } from '../../../functions/patent-funding/list-programme-records.ts';
import { listProgrammes } from '../../../functions/patent-funding/list-programmes.ts';
import { publishProgramme } from '../../../functions/patent-funding/publish-programme.ts';
import { readProgramme } from '../../../functions/patent-funding/read-programme.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import type { Programme } from '../../../workflows/patent-funding/programme.ts';
import type { ProgrammeRecord } from '../../../workflows/patent-funding/programmes/record.ts';
import {
  CheckProgramme,
  CloseProgramme,
  DraftProgramme,
  ListProgrammeRecords,
  ListProgrammes,
  type ProgrammeCheck,
  PublishProgramme,
  ReadProgramme,
} from '../../../workflows/patent-funding/programmes/routes.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { programme } from '../../workflows/patent-funding/samples.ts';
import { ENTERPRISE, OFFICE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { applied, apply, type FundingWorld, formOf, fundingWorld, newPatents } from './funding-world.ts';

const database = useDatabase();
const ID = 'patent-grant-support';
let w: FundingWorld;
let now: Date;
beforeEach(() => {
  now = new Date('2026-11-23T09:30:00+08:00');
  w = fundingWorld(database.db(), { now: () => now });
});

let sent = 0;
const call = (handler: RouteHandler, path: Record<string, string>, body?: unknown, key = `key-${++sent}`) =>
  send(handler, { actor: OFFICE, path, body, headers: { 'idempotency-key': key } });
const draft = (version: string, variation: Partial<Programme> = {}, key?: string) =>
  call(
    route(DraftProgramme, draftProgramme, () => w),
    { programmeId: variation.programmeId ?? ID, version },
    programme({ version, effectiveOn: '2026-12-01', ...variation }),
    key,
  );
const publish = (version: string, programmeId = ID) =>
  call(
    route(PublishProgramme, publishProgramme, () => w),
    { programmeId, version },
    {},
  );
const close = (programmeId: string, lastGrantOn: string) =>
  call(
    route(CloseProgramme, closeProgramme, () => w),
    { programmeId },
    { lastGrantOn, clause: { clause: '第一条', zh: '终止', en: 'ended' }, source: 'a test' },
  );
const read = async (programmeId = ID) => {
  const handler = route(ReadProgramme, readProgramme, () => w);
  return (await call(handler, { programmeId })).json as unknown as ProgrammeRecord;
};
const inEffect = async () => {
  const { json } = await send(
    route(ListProgrammes, listProgrammes, () => w),
    {},
  );
  return (json.items as Programme[]).map(({ programmeId, version }) => `${programmeId} ${version}`);
};
const codes = (json: Record<string, unknown>) => ((json.faults ?? []) as Fault[]).map(({ code }) => code);

describe('a version of a programme', () => {
  it('is the office’s to find while it is a draft, and nobody else’s', async () => {
    await draft('1', { programmeId: 'only-drafted' });
    const handler = route(ListProgrammeRecords, listProgrammeRecords, () => w);
    const items = (await call(handler, {})).json.items as ProgrammeRecord[];
    const drafted = items.find(({ programmeId }) => programmeId === 'only-drafted');
    expect(drafted?.versions.map(({ state }) => state)).toEqual(['DRAFT']);
    expect((await inEffect()).join()).not.toContain('only-drafted');
  });

  it('is drafted, written anew, published, and never changes from then on', async () => {
    const id = { programmeId: 'never-changes' };
    expect((await draft('1', { ...id, enterpriseYearCapFen: 1 })).status).toBe(200);
    expect((await draft('1', { ...id, enterpriseYearCapFen: 2 })).status).toBe(200);
    expect((await publish('1', 'never-changes')).status).toBe(200);
    expect((await draft('1', { ...id, enterpriseYearCapFen: 3 })).json).toMatchObject({
      status: 409,
      code: 'version-published',
    });
    expect((await publish('1', 'never-changes')).json.code).toBe('version-published');
    const { versions, revision } = await read('never-changes');
    expect(versions).toMatchObject([{ state: 'PUBLISHED', programme: { enterpriseYearCapFen: 2 } }]);
    expect(revision).toBe(3);
    const { items } = await w.cases.readAudit('programme-never-changes', { limit: 10 });
    expect(items.map(({ kind }) => kind)).toEqual([
      'programme-drafted',
      'programme-drafted',
      'programme-published',
    ]);
  });

  it('holds from its day on, and cases keep the one they were accepted under', async () => {
    const [one, other] = await newPatents(w, 2);
    const before = await applied(w, one ? [one] : []);
    await draft('2026-12-01.1', { feeShareBasisPoints: 1000 });
    expect(await inEffect()).toContain(`${ID} 2025-01-01.1`);
    await publish('2026-12-01.1');
    expect(await inEffect()).toContain(`${ID} 2025-01-01.1`);
    now = new Date('2026-12-01T00:00:00+08:00');
    expect(await inEffect()).toContain(`${ID} 2026-12-01.1`);
    const after = await applied(w, other ? [other] : []);
    for (const application of [before, after]) {
      await application.assess();
      await application.claim();
    }
    expect((await before.read()).detail.amountFen).toBe(175_000);
    expect((await after.read()).detail.amountFen).toBe(35_000);
  });

  it('is refused with every fault: another path, the past, before what is published', async () => {
    const handler = route(DraftProgramme, draftProgramme, () => w);
    const elsewhere = await call(handler, { programmeId: 'other', version: '9' }, programme());
    expect(codes(elsewhere.json)).toEqual(['programme-id-differs', 'version-differs']);
    const { json } = await call(handler, { programmeId: ID, version: '9' }, { ...programme(), amounts: [] });
    expect(codes(json)).toEqual(['too-small']);
    await draft('past', { effectiveOn: '2024-12-31' });
    expect(codes((await publish('past')).json)).toEqual([
      'effective-in-the-past',
      'effective-before-published',
    ]);
    expect((await publish('no-such')).json.code).toBe('programme-not-found');
  });

  it('drafted by two at once is there once each, and the same request makes one change', async () => {
    const id = { programmeId: 'at-once' };
    await Promise.all([draft('a', id, 'k-a'), draft('b', id, 'k-b'), draft('a', id, 'k-a')]);
    const { versions, revision } = await read('at-once');
    expect(versions.map((one) => one.programme.version).sort()).toEqual(['a', 'b']);
    expect(revision).toBe(2);
  });
});

describe('a programme closed by rule', () => {
  it('refuses what was granted after its end with the clause, and is closed once', async () => {
    await draft('1', { programmeId: 'to-be-closed', effectiveOn: '2026-11-23' });
    await publish('1', 'to-be-closed');
    expect((await close('to-be-closed', '2025-03-13')).status).toBe(200);
    expect((await close('to-be-closed', '2025-06-30')).json.code).toBe('programme-closed');
    const { json } = await apply(w, {
      ...formOf(),
      programmeId: 'to-be-closed',
      patents: await newPatents(w, 1),
    });
    const { assessPatents } = await import('../../../functions/patent-funding/assess-patents.ts');
    await assessPatents({ caseId: String(json.caseId) }, w);
    expect((await w.applications.read(String(json.caseId)))[0]?.failed).toMatchObject([
      { ruleId: 'programme-open', clause: '第五条（二）' },
    ]);
    expect((await close('no-such-programme', '2025-03-13')).json.code).toBe('programme-not-found');
  });
});

it('a draft is tried on the applications of a month, in their order, and nothing is written', async () => {
  const id = { programmeId: 'tried', effectiveOn: '2026-11-23' };
  await draft('1', id);
  await publish('1', 'tried');
  const cases = [];
  for (const count of [1, 2]) {
    const form = { ...formOf(), programmeId: 'tried' };
    const { json } = await apply(w, { ...form, patents: await newPatents(w, count) }, ENTERPRISE);
    const { assessPatents } = await import('../../../functions/patent-funding/assess-patents.ts');
    const { claimPatents } = await import('../../../functions/patent-funding/claim-patents.ts');
    await assessPatents({ caseId: String(json.caseId) }, w);
    await claimPatents({ caseId: String(json.caseId) }, w);
    cases.push(String(json.caseId));
    now = new Date(now.getTime() + 60_000);
  }
  await draft('2', { ...id, feeShareBasisPoints: 1000, enterpriseYearCapFen: 80_000 });
  const revision = (await read('tried')).revision;
  const handler = route(CheckProgramme, checkProgramme, () => w);
  const path = { programmeId: 'tried', version: '2' };
  const { json } = await send(handler, { actor: OFFICE, path, body: { month: '2026-11' } });
  const check = json as unknown as ProgrammeCheck;
  expect(
    check.items.map((item) => [item.caseId, item.grantedFen, item.wouldGrantFen, item.wouldPass]),
  ).toEqual([
    [cases[0], 175_000, 35_000, 1],
    // 800 yuan are the cap: the second patent has what is left of it.
    [cases[1], 350_000, 45_000, 2],
  ]);
  expect(check).toMatchObject({ grantedFen: 525_000, wouldGrantFen: 80_000, complete: true });
  expect((await read('tried')).revision).toBe(revision);
});
