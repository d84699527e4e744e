import { randomUUID } from 'node:crypto';
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { anchorAuditDays } from '../../../functions/audit/anchor-audit-days.ts';
import { exportAudit } from '../../../functions/audit/export-audit.ts';
import { verifyAuditDay } from '../../../functions/audit/verify-audit-day.ts';
import { verifyCaseAudit } from '../../../functions/audit/verify-case-audit.ts';
import { CASE_KEY } from '../../../functions/shared/store/case-key.ts';
import { AuditVerifier } from '../../../workflows/shared/audit/audit-verifier.ts';
import { OFFICE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { caseInReview, submitCase } from '../support/sample-case.ts';
import { type World, world } from '../support/world.ts';

const { db } = useDatabase();
const TODAY = '2026-11-23';
let today: World;
let tomorrow: World;
const caseIds: string[] = [];

beforeAll(async () => {
  today = world(db());
  tomorrow = { ...today, now: () => new Date('2026-11-24T00:30:00+08:00') };
  for (let count = 0; count < 4; count++) caseIds.push((await caseInReview(today)).caseId);
});

const nothing = {
  params: undefined,
  body: undefined,
  case: undefined,
  task: undefined,
  supplement: undefined,
} as const;
const asked = { ...nothing, actor: OFFICE, idempotency: undefined, ifMatch: undefined } as const;

async function exported(limit: number) {
  let text = '';
  let cursor: string | undefined;
  do {
    const { body, headers } = await exportAudit({ ...asked, query: { limit, cursor } }, tomorrow);
    text += body;
    cursor = /cursor=([^>]+)>; rel="next"/.exec(headers?.link ?? '')?.[1];
  } while (cursor);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
}

async function verifyCase(caseId: string) {
  const found = await today.cases.read(caseId);
  if (!found) throw new Error('the case was just written');
  const input = { ...asked, query: undefined, params: { caseId }, case: found };
  return (await verifyCaseAudit(input, today)).body;
}

const verifyDay = async (day = TODAY) =>
  (await verifyAuditDay({ ...asked, query: undefined, params: { day } }, tomorrow)).body;

describe('the anchors of the audit', () => {
  it('do not close a day that has not ended', async () => {
    expect(await anchorAuditDays({}, today)).toEqual({ anchored: [] });
    expect(await verifyDay()).toEqual({ whole: true, entries: 8, cases: 4 });
  });

  it('hold all cases that were changed on the day, once', async () => {
    const first = await anchorAuditDays({}, tomorrow);
    const second = await anchorAuditDays({}, tomorrow);

    expect(first).toMatchObject({ anchored: [TODAY], lastHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(second).toEqual({ anchored: [], lastHash: first.lastHash });
    expect(await verifyDay()).toMatchObject({
      whole: true,
      anchor: { day: TODAY, cases: 4, entries: 8, hash: first.lastHash },
    });
  });

  it('are made for every day that was missed', async () => {
    const later = { ...today, now: () => new Date('2026-11-27T08:00:00+08:00') };

    expect(await anchorAuditDays({}, later)).toMatchObject({
      anchored: ['2026-11-24', '2026-11-25', '2026-11-26'],
    });
  });
});

describe('an export', () => {
  it.each([1, 3, 1000])('in pages of %i is whole from its first line to its last', async (limit) => {
    const verifier = new AuditVerifier();
    for (const line of await exported(limit)) expect(verifier.take(line)).toBeUndefined();

    expect(verifier.verdict(verifier.end())).toMatchObject({
      entries: 8,
      cases: 4,
      lastAnchor: { day: '2026-11-24' },
      entriesAfterLastAnchor: 0,
    });
  });
});

describe('the checks of the office', () => {
  it('name the entry that was changed in the table', async () => {
    const [, caseId = ''] = caseIds;
    expect(await verifyCase(caseId)).toEqual({ whole: true, entries: 2, cases: 1 });

    await db().send(
      new UpdateCommand({
        TableName: 'CaseTable',
        Key: CASE_KEY.audit(caseId, 2),
        UpdateExpression: 'SET details = :forged',
        ExpressionAttributeValues: { ':forged': { forged: true } },
      }),
    );

    const misfit = { code: 'content-changed', caseId, sequence: 2 };
    expect(await verifyCase(caseId)).toMatchObject({ whole: false, misfit });
    expect(await verifyDay()).toMatchObject({ whole: false, misfit });
  });
});

describe('an anchor', () => {
  const anchorAt = (instant: string) => anchorAuditDays({}, { ...today, now: () => new Date(instant) });
  /** A case with one entry at each instant. */
  async function caseWith(first: string, ...others: string[]) {
    const caseId = randomUUID();
    await submitCase(today, caseId, first);
    for (const at of others) {
      const read = await today.cases.read(caseId);
      if (!read) throw new Error('the case was just written');
      const deed = { kind: 'note-added', at, actor: { by: 'platform', step: 'test' } } as const;
      await today.commit(today.cases.change(read, {}, deed));
    }
    return caseId;
  }

  it('holds a case as it stood at midnight, whatever came until it was made', async () => {
    await caseWith('2026-11-27T23:50:00+08:00', '2026-11-27T23:55:00+08:00', '2026-11-28T00:10:00+08:00');

    expect(await anchorAt('2026-11-28T00:30:00+08:00')).toMatchObject({ anchored: ['2026-11-27'] });

    expect(await verifyDay('2026-11-27')).toMatchObject({ whole: true, entries: 2 });
  });

  it('is the first before which nothing may stand', async () => {
    const caseId = await caseWith('2026-10-08T09:00:00+08:00');

    const misfit = { code: 'entry-not-anchored', caseId, sequence: 1 };
    expect(await verifyDay('2026-10-08')).toMatchObject({ whole: false, misfit });
  });

  it.each([
    ['29', 'the last entry of the case', []],
    ['30', 'an entry that another followed after midnight', ['2026-12-01T00:10:00+08:00']],
  ])('of November %s shows %s, taken out before it was made', async (day, _what, later) => {
    const on = `2026-11-${day}`;
    const caseId = await caseWith(`${on}T09:00:00+08:00`, `${on}T10:00:00+08:00`, ...later);
    await db().send(new DeleteCommand({ TableName: 'CaseTable', Key: CASE_KEY.audit(caseId, 2) }));

    // Half past midnight of the next day, in Asia/Shanghai.
    await anchorAt(`${on}T16:30:00Z`);

    expect(await verifyDay(on)).toMatchObject({
      whole: false,
      misfit: { code: 'entry-missing', caseId, sequence: 2 },
    });
  });
});
