import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import faultyApplication from '../../../seeds/demonstration/faulty-application.json' with { type: 'json' };
import application from '../../../seeds/demonstration/group-application.json' with { type: 'json' };
import { startTestTables, type TestTables } from '../shared/test-tables.ts';
import { type ListingWorld, listingWorld, submit } from './listing-world.ts';

let tables: TestTables;
let world: ListingWorld;
let day = 0;

beforeAll(async () => {
  tables = await startTestTables();
});
afterAll(() => tables.stop());
beforeEach(() => {
  world = listingWorld(tables);
  day += 1;
  world.setNow(`2026-06-${String(day).padStart(2, '0')}T10:00:00+08:00`);
});

async function itemCount(): Promise<number> {
  return (await tables.db.send(new ScanCommand({ TableName: 'CaseTable', Select: 'COUNT' }))).Count ?? 0;
}

describe('submitting an application', () => {
  it('makes a case with its number, detail, first audit entry and attachments, and begins its execution', async () => {
    const { status, body } = await submit(world, { key: 'first' });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      workflow: 'listing-certificate',
      status: 'SUBMITTED',
      submittedAt: '2026-06-01T10:00:00+08:00',
      applicant: application.applicant,
      entitiesOutsideTheArea: [application.entities[4]?.uscc],
    });
    const caseId = String(body.caseId);
    expect(body.caseNumber).toMatch(/^LC-2026-\d{6}$/);
    expect(world.begun).toEqual([`${caseId} 1`]);
    const detail = await world.services.cases.readDetail(caseId);
    expect(detail).toMatchObject({
      fields: application.fields,
      period: application.period,
      attachments: [{ name: '授权书（演示）.pdf', mediaType: 'application/pdf' }],
      madeUnder: { ruleSetVersion: '2024-12-01.1' },
    });
    expect([...world.bucket.keys()]).toEqual([
      expect.stringMatching(new RegExp(`^cases/${caseId}/attachments/att-[0-9a-f]{32}$`)),
    ]);
    const audit = await world.services.cases.readAudit(caseId, { limit: 10 });
    expect(audit.items.map((entry) => entry.kind)).toEqual(['case-submitted']);
  });

  it('tells every fault of a faulty application with its pointer, and writes nothing', async () => {
    const before = await itemCount();

    const { status, body } = await submit(world, { key: 'faulty', body: faultyApplication });

    expect([status, body.code]).toEqual([422, 'invalid-input']);
    expect(body.faults).toHaveLength(8);
    expect(await itemCount()).toBe(before);
    expect([world.bucket.size, world.begun]).toEqual([0, []]);
  });

  it('makes one case of ten requests with one Idempotency-Key, and answers all alike', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(world, { key: 'doubled' })));

    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body.caseId)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.body.caseNumber)).size).toBe(1);
    const cases = await world.services.cases.listByApplicant(application.applicant.uscc, { limit: 50 });
    const today = cases.items.filter((item) => item.caseId === answers[0]?.body.caseId);
    expect(today).toHaveLength(1);
    expect(world.bucket.size).toBe(1);
  });

  it('refuses the same key with another application', async () => {
    await submit(world, { key: 'reused' });

    const { status, body } = await submit(world, {
      key: 'reused',
      body: { ...application, fields: ['environment', 'social-security', 'construction'] },
    });

    expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('accepts one application of the same purpose a day, names the first, and another purpose or another day beside it', async () => {
    const first = await submit(world, { key: 'one' });

    const second = await submit(world, { key: 'two' });
    expect([second.status, second.body.code]).toEqual([409, 'same-purpose-today']);
    expect(second.body.present).toEqual({ caseId: first.body.caseId });

    const purpose = { kind: 'bond', board: 'other' };
    expect((await submit(world, { key: 'three', body: { ...application, purpose } })).status).toBe(201);
    world.setNow('2026-07-01T00:00:00+08:00');
    expect((await submit(world, { key: 'four' })).status).toBe(201);
  });

  it('lets one of two applications of the same purpose at the same moment through', async () => {
    const answers = await Promise.all([submit(world, { key: 'left' }), submit(world, { key: 'right' })]);

    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(world.begun).toHaveLength(1);
  });

  it('gives simultaneous cases numbers without gaps or doubles', async () => {
    const boards = ['sse-main', 'sse-star', 'szse-main', 'bse', 'neeq', 'hkex'];
    const answers = await Promise.all(
      boards.map((board) =>
        submit(world, { key: board, body: { ...application, purpose: { kind: 'refinancing', board } } }),
      ),
    );

    const numbers = answers
      .map((answer) => Number(String(answer.body.caseNumber).slice(-6)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  });

  it('keeps the case and its mark for the relay when the machine does not start', async () => {
    world.breakMachine();

    const { status, body } = await submit(world, { key: 'later' });

    expect(status).toBe(201);
    expect(world.begun).toEqual([]);
    const pending = await world.services.cases.pendingStarts();
    expect(pending).toContainEqual({ caseId: body.caseId, workflow: 'listing-certificate', attempt: 1 });
  });

  it.each([
    ['a bank', { organisationKind: 'bank' }, 403, 'not-for-this-organisation'],
    ['content that is not JSON', { contentType: 'text/plain' }, 415, 'unsupported-media-type'],
    ['a body over the limit', { body: { padding: 'x'.repeat(4 * 1024 * 1024) } }, 413, 'body-too-large'],
    ['a missing Idempotency-Key', { key: '' }, 400, 'idempotency-key-missing'],
    ['an application of another enterprise', { organisationId: '91350100M000100Y43' }, 422, 'invalid-input'],
  ])('refuses %s', async (_, change, status, code) => {
    const answer = await submit(world, { key: 'refused', ...change });

    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(world.begun).toEqual([]);
  });
});
