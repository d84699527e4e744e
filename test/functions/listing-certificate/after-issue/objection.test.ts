import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withdrawCase } from '../../../../functions/desk/withdraw-case.ts';
import { composeCorrection } from '../../../../functions/listing-certificate/compose-correction.ts';
import { concludeObjection } from '../../../../functions/listing-certificate/conclude-objection.ts';
import { liftObjection } from '../../../../functions/listing-certificate/lift-objection.ts';
import { planObjection } from '../../../../functions/listing-certificate/plan-objection.ts';
import { revokeCertificate } from '../../../../functions/listing-certificate/revoke-certificate.ts';
import { certificateOfCase } from '../../../../functions/listing-certificate/store/certificate-of-case.ts';
import { route } from '../../../../functions/shared/route.ts';
import type { CertificateFacts } from '../../../../workflows/listing-certificate/certificate.ts';
import { ObjectionDetail } from '../../../../workflows/listing-certificate/objection/contract.ts';
import { RevokeCertificate } from '../../../../workflows/listing-certificate/revocation-routes.ts';
import { statusAt } from '../../../../workflows/listing-certificate/rules/status-list.ts';
import { WithdrawCase } from '../../../../workflows/shared/case-routes.ts';
import { startTestTables, type TestTables } from '../../shared/test-tables.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE, OTHER_ENTERPRISE } from '../../support/actors.ts';
import { send } from '../../support/http.ts';
import { organisationsTold } from '../../support/told-of.ts';
import { type ListingWorld, listingWorld } from '../listing-world.ts';
import { APPLICANT, auditKinds, certificate, issuedCase, RECORDS } from './issued-case.ts';
import {
  compose,
  decide,
  decideAndConclude,
  dispute,
  ENVIRONMENT_CELL,
  objectionAtTheDesk,
  putToDesk,
  raise,
  rejected,
  TAX_CELL,
  upheld,
} from './objection-steps.ts';

let tables: TestTables;
let world: ListingWorld;
let facts: CertificateFacts;

beforeAll(async () => {
  tables = await startTestTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  world = listingWorld(tables);
  facts = await issuedCase(world);
});

const statusOf = async (number = facts.number) => (await certificate(world, number)).standing.status;
const bitsOf = async (of: CertificateFacts) =>
  statusAt(await world.services.certificates.statusList(of.statusPlace.list), of.statusPlace.index);
const shown = () => certificateOfCase(world.services.certificates, facts.caseId);
const codesOf = (json: Record<string, unknown>) =>
  (json.faults as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);

const withdraw = (caseId: string) =>
  send(
    route(WithdrawCase, withdrawCase, () => world.services),
    { actor: ENTERPRISE, path: { caseId }, headers: { 'idempotency-key': `w-${caseId}` } },
  );
const revoke = () =>
  send(
    route(RevokeCertificate, revokeCertificate, () => world.services),
    {
      actor: OFFICE,
      path: { caseId: facts.caseId },
      headers: { 'idempotency-key': `revoke-${facts.number}` },
      body: { number: facts.number, reason: '演示', legalBasis: '演示' },
    },
  );

describe('raise-objection', () => {
  it('makes a case of its own, puts the report under objection everywhere and links both', async () => {
    const { status, json } = await raise(world, facts);

    expect([status, json.status]).toEqual([201, 'SUBMITTED']);
    expect(json.caseNumber).toMatch(/^LO-2026-\d{6}$/);
    expect([await statusOf(), await bitsOf(facts)]).toEqual(['under-objection', 'under-objection']);
    expect(await auditKinds(world, facts.caseId)).toContain('objection-raised');
    expect(await world.services.cases.readDetail(facts.caseId)).toMatchObject({
      objections: [{ caseId: json.caseId, caseNumber: json.caseNumber }],
    });
    const detail = ObjectionDetail.parse(await world.services.cases.readDetail(String(json.caseId)));
    expect(detail).toMatchObject({
      disputed: { caseId: facts.caseId, number: facts.number },
      departmentId: 'environment',
      cells: [{ ...ENVIRONMENT_CELL, records: RECORDS }],
    });
    expect(world.begun).toContain(`${json.caseId} 1`);
    expect(await organisationsTold(tables.db, String(json.caseId), 'case-accepted')).toEqual([
      ENTERPRISE.organisationId,
    ]);
  });

  it('is made once by a request sent twice, also in the same moment', async () => {
    const replies = await Promise.all([raise(world, facts), raise(world, facts), raise(world, facts)]);

    expect(new Set(replies.map(({ json }) => json.caseId)).size).toBe(1);
    expect((await certificate(world, facts.number)).standing.objections).toHaveLength(1);
  });

  it('lets one of two objections to the same cell through; the other is told which one is open', async () => {
    const replies = await Promise.all(
      ['one', 'two'].map((key) => raise(world, facts, { key: key + facts.number })),
    );

    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [won, lost] = replies.sort((a, b) => Number(a.status) - Number(b.status));
    expect(lost?.json).toMatchObject({
      code: 'cell-under-objection',
      present: { ...ENVIRONMENT_CELL, caseId: won?.json.caseId },
    });
  });

  it('takes objections to different cells in the same moment', async () => {
    const replies = await Promise.all(
      [ENVIRONMENT_CELL, TAX_CELL].map((cell) => raise(world, facts, { cells: [dispute(cell)] })),
    );

    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect((await certificate(world, facts.number)).standing.objections).toHaveLength(2);
  });

  it('lists everything that is wrong at once, and changes nothing', async () => {
    const { status, json } = await raise(world, facts, {
      cells: [
        dispute(),
        dispute(),
        { ...dispute(), fieldId: 'no-such-field' },
        { ...dispute(), fieldId: 'construction' },
        { ...dispute(TAX_CELL), documentNumbers: ['不存在'] },
        { ...dispute(), reason: ' ' },
      ],
      body: { attachments: [{ name: 'a.pdf', mediaType: 'application/pdf', contentBase64: 'bm8=' }] },
    });

    expect(status).toBe(422);
    expect(codesOf(json)).toEqual([
      '/cells/5/reason too-small',
      '/cells/1 cell-duplicate',
      '/cells/2 cell-unknown',
      '/cells/3 cell-without-record',
      '/cells/4 another-department',
      '/cells/4/documentNumbers/0 document-unknown',
      '/attachments/0/contentBase64 attachment-type-differs',
    ]);
    expect(await statusOf()).toBe('valid');
  });

  it('is taken until the end of the last day and no second longer', async () => {
    world.setNow('2026-07-31T23:59:59+08:00');
    expect((await raise(world, facts)).status).toBe(201);

    world.setNow('2026-08-01T00:00:00+08:00');
    expect(await raise(world, facts, { cells: [dispute(TAX_CELL)] })).toMatchObject({
      status: 409,
      json: { code: 'objection-too-late', present: { until: '2026-07-31T23:59:59+08:00' } },
    });
  });

  it('is refused to others, and after a revocation', async () => {
    for (const actor of [OTHER_ENTERPRISE, ENVIRONMENT, OFFICE]) {
      expect((await raise(world, facts, { actor })).status).toBe(403);
    }
    await revoke();

    expect(await raise(world, facts)).toMatchObject({
      status: 409,
      json: { present: { status: 'revoked' } },
    });
  });

  it('leaves a link in both or in none when a revocation comes in the same moment', async () => {
    const [raised, revocation] = await Promise.all([raise(world, facts), revoke()]);

    expect(revocation.status).toBe(200);
    expect(await statusOf()).toBe('revoked');
    const links = (await world.services.cases.readDetail(facts.caseId)) as { objections?: unknown[] };
    expect(links.objections ?? []).toHaveLength(raised.status === 201 ? 1 : 0);
  });
});

describe('an objection', () => {
  it('goes to the desk of the department that produced the fact, until its promised day', async () => {
    const caseId = await objectionAtTheDesk(world, facts);

    const task = await world.services.desk.read(`${caseId}.environment`);
    expect(task).toMatchObject({
      workflow: 'listing-objection',
      departmentId: 'environment',
      dueAt: '2026-06-23T23:59:59+08:00',
      question: { number: facts.number, cells: [{ ...ENVIRONMENT_CELL, records: RECORDS }] },
    });
  });

  it('that is upheld is superseded by a corrected report: other words in the disputed cell and nowhere else', async () => {
    const caseId = await objectionAtTheDesk(world, facts);

    const number = await decideAndConclude(world, caseId, [upheld()]);

    const corrected = await certificate(world, number);
    const elsewhere = ({ matrix }: CertificateFacts) =>
      matrix.filter(({ uscc, fieldId }) => uscc !== APPLICANT || fieldId !== 'environment');
    expect(elsewhere(corrected.facts)).toEqual(elsewhere(facts));
    expect(
      corrected.facts.matrix.find((cell) => cell.uscc === APPLICANT && cell.fieldId === 'environment'),
    ).toEqual({
      ...ENVIRONMENT_CELL,
      departmentId: 'environment',
      verdict: 'no-record',
      decidedAt: '2026-06-01T10:00:00+08:00',
    });
    expect(corrected.facts).toMatchObject({
      caseId: facts.caseId,
      caseNumber: facts.caseNumber,
      supersedes: { number: facts.number, cells: [ENVIRONMENT_CELL] },
    });
    expect(corrected.facts.verificationCode).not.toBe(facts.verificationCode);
    expect([await statusOf(), await bitsOf(facts)]).toEqual(['superseded', 'superseded']);
    expect([await statusOf(number), await bitsOf(corrected.facts)]).toEqual(['valid', 'valid']);
    expect((await certificate(world, facts.number)).standing.supersededBy).toBe(number);
    expect((await certificate(world, facts.number)).facts).toEqual(facts);
    expect((await shown()).facts.number).toBe(number);
    expect((await world.services.cases.read(facts.caseId))?.resultNumber).toBe(number);
    expect(await auditKinds(world, facts.caseId)).toEqual(
      expect.arrayContaining(['objection-raised', 'result-superseded']),
    );
    expect(await auditKinds(world, caseId)).toEqual([
      'case-submitted',
      'review-planned',
      'task-decided',
      'number-assigned',
      'objection-upheld',
    ]);
    expect(await world.services.cases.read(caseId)).toMatchObject({
      status: 'DECIDED',
      resultNumber: number,
    });
  });

  it('that is rejected leaves the report valid again, with the reason in the timeline', async () => {
    const caseId = await objectionAtTheDesk(world, facts);

    expect(await decideAndConclude(world, caseId, [rejected()])).toBe('');

    expect([await statusOf(), await bitsOf(facts)]).toEqual(['valid', 'valid']);
    expect((await shown()).facts.number).toBe(facts.number);
    const { items } = await world.services.cases.readAudit(facts.caseId, { limit: 100 });
    expect(items.at(-1)).toMatchObject({
      kind: 'objection-rejected',
      details: { decisions: [{ ...ENVIRONMENT_CELL, reason: rejected().reason }] },
    });
    expect((await raise(world, facts, { key: `again-${facts.number}` })).status).toBe(201);
  });

  it('that nobody answers and the office closes leaves the report as it is, and says so', async () => {
    const caseId = await objectionAtTheDesk(world, facts);
    const { desk, commit } = world.services;
    const task = await desk.read(`${caseId}.environment`);
    if (!task) throw new Error('the task was just opened');
    const closedParts = [
      { partId: `${APPLICANT}.environment`, reason: 'no-answer', closedAt: '2026-06-30T10:00:00+08:00' },
    ] as const;
    await commit(
      desk.change(task, { status: 'CLOSED', version: task.version + 1, closedParts: [...closedParts] }),
    );

    expect(await composeCorrection({ caseId }, world.services)).toEqual({ caseId, next: 'conclude' });
    await concludeObjection({ caseId }, world.services);

    expect([await statusOf(), await bitsOf(facts)]).toEqual(['valid', 'valid']);
    expect((await auditKinds(world, facts.caseId)).at(-1)).toBe('objection-unanswered');
    expect(await world.services.cases.readDetail(caseId)).toMatchObject({
      outcome: { verdict: 'unanswered', unanswered: [ENVIRONMENT_CELL] },
    });
  });

  it('keeps its attachments with its own case', async () => {
    const contentBase64 = Buffer.from('%PDF-1.7\n').toString('base64');
    const body = { attachments: [{ name: '撤销决定书.pdf', mediaType: 'application/pdf', contentBase64 }] };

    const { json } = await raise(world, facts, { body });

    const kept = await world.services.attachments.ofCase(String(json.caseId));
    expect(kept).toMatchObject([{ name: '撤销决定书.pdf', addedBy: { organisationId: APPLICANT } }]);
  });

  it('is ended once, however often its steps run', async () => {
    const caseId = await objectionAtTheDesk(world, facts);
    const number = await decideAndConclude(world, caseId, [upheld()]);
    const before = await auditKinds(world, facts.caseId);

    expect(await composeCorrection({ caseId }, world.services)).toEqual({ caseId, next: 'issue', number });
    await Promise.all([1, 2].map(() => concludeObjection({ caseId }, world.services)));

    expect(await auditKinds(world, facts.caseId)).toEqual(before);
  });

  it('is numbered once when two runs of its machine meet', async () => {
    const caseId = await objectionAtTheDesk(world, facts);
    await decide(world, caseId, [upheld()]);

    const runs = await Promise.all([1, 2, 3].map(() => composeCorrection({ caseId }, world.services)));

    expect(new Set(runs.map((run) => JSON.stringify(run))).size).toBe(1);
  });

  it.each([
    ['no decision on the cell', [], ['/answer/decisions too-small']],
    [
      'another cell only',
      [upheld(TAX_CELL)],
      ['/answer/decisions/0 decision-not-asked', '/answer/decisions decision-missing'],
    ],
    ['another cell', [upheld(TAX_CELL), rejected()], ['/answer/decisions/0 decision-not-asked']],
    ['a cell twice', [rejected(), upheld()], ['/answer/decisions/1 cell-duplicate']],
    [
      'a correction that changes nothing',
      [upheld(ENVIRONMENT_CELL, { finding: 'records', records: RECORDS })],
      ['/answer/decisions/0/corrected correction-changes-nothing'],
    ],
    [
      'a record outside the period',
      [
        upheld(ENVIRONMENT_CELL, {
          finding: 'records',
          records: [{ ...RECORDS[0], decidedOn: '1999-01-01' }],
        }),
      ],
      ['/answer/decisions/0/corrected/records/0/decidedOn record-outside-the-period'],
    ],
  ])('is not decided by %s', async (_what, decisions, codes) => {
    const caseId = await objectionAtTheDesk(world, facts);

    const { status, json } = await decide(world, caseId, decisions, ENVIRONMENT);

    expect([status, codesOf(json)]).toEqual([422, codes]);
  });
});

describe('two objections to one report', () => {
  it('both upheld: the second corrects what the first corrected, and waits while that is being made', async () => {
    const [one, two] = [
      await objectionAtTheDesk(world, facts, ENVIRONMENT_CELL),
      await objectionAtTheDesk(world, facts, TAX_CELL),
    ];
    await decide(world, one, [upheld()]);
    await decide(world, two, [upheld(TAX_CELL)]);

    const first = await compose(world, one);
    expect(await compose(world, two)).toEqual({ caseId: two, next: 'wait', waitSeconds: 30 });
    const later = new Date(world.services.now().getTime() + 40 * 3_600_000);
    expect(await composeCorrection({ caseId: two }, { ...world.services, now: () => later })).toMatchObject({
      waitSeconds: 10 * 3600,
    });
    await concludeObjection({ caseId: one }, world.services);
    const firstNumber = first.next === 'issue' ? first.number : '';
    expect([await statusOf(firstNumber), await statusOf()]).toEqual(['under-objection', 'superseded']);
    const second = await compose(world, two);
    await concludeObjection({ caseId: two }, world.services);

    const last = await certificate(world, second.next === 'issue' ? second.number : '');
    expect(last.standing.status).toBe('valid');
    expect(last.facts.supersedes?.number).toBe(firstNumber);
    expect(last.facts.matrix.filter(({ verdict }) => verdict === 'records')).toEqual([]);
    expect(await statusOf(firstNumber)).toBe('superseded');
  });

  it('one rejected while the other is being corrected: the correction goes on', async () => {
    const [one, two] = [
      await objectionAtTheDesk(world, facts, ENVIRONMENT_CELL),
      await objectionAtTheDesk(world, facts, TAX_CELL),
    ];
    await decide(world, one, [upheld()]);
    const composed = await compose(world, one);

    await decideAndConclude(world, two, [rejected(TAX_CELL)]);
    expect(await statusOf()).toBe('under-objection');
    await concludeObjection({ caseId: one }, world.services);

    expect(await statusOf(composed.next === 'issue' ? composed.number : '')).toBe('valid');
  });
});

describe('a revocation against a supersession', () => {
  it('wins when it comes first: the objection ends and no corrected report appears', async () => {
    const caseId = await objectionAtTheDesk(world, facts);
    await decide(world, caseId, [upheld()]);
    const composed = await compose(world, caseId);

    expect((await revoke()).status).toBe(200);
    await concludeObjection({ caseId }, world.services);

    expect([await statusOf(), await bitsOf(facts)]).toEqual(['revoked', 'revoked']);
    const unpublished = await certificate(world, composed.next === 'issue' ? composed.number : '');
    expect(unpublished.publishedAt).toBeUndefined();
    expect(await world.services.cases.readDetail(caseId)).toMatchObject({ outcome: { verdict: 'upheld' } });
    expect((await world.services.cases.read(caseId))?.status).toBe('DECIDED');
  });

  it('loses when it comes second, and is told the successor', async () => {
    const caseId = await objectionAtTheDesk(world, facts);
    const number = await decideAndConclude(world, caseId, [upheld()]);

    expect(await revoke()).toMatchObject({
      status: 409,
      json: { present: { number: facts.number, status: 'superseded', supersededBy: number } },
    });
    expect(await statusOf(number)).toBe('valid');
  });

  it('has exactly one winner in the same moment', async () => {
    const caseId = await objectionAtTheDesk(world, facts);
    await decide(world, caseId, [upheld()]);
    const composed = await compose(world, caseId);

    const [revocation] = await Promise.all([revoke(), concludeObjection({ caseId }, world.services)]);

    const status = await statusOf();
    expect(status).toBe(revocation.status === 200 ? 'revoked' : 'superseded');
    const successor = await certificate(world, composed.next === 'issue' ? composed.number : '');
    expect(successor.publishedAt !== undefined).toBe(status === 'superseded');
  });
});

describe('an objection that is withdrawn', () => {
  it('closes its task at once, and its machine lifts the objection from the report', async () => {
    const caseId = await objectionAtTheDesk(world, facts);

    expect((await withdraw(caseId)).status).toBe(200);
    await liftObjection({ caseId }, world.services);
    await liftObjection({ caseId }, world.services);

    expect((await world.services.desk.read(`${caseId}.environment`))?.status).toBe('CLOSED');
    expect([await statusOf(), await bitsOf(facts)]).toEqual(['valid', 'valid']);
    expect(
      (await auditKinds(world, facts.caseId)).filter((kind) => kind === 'objection-withdrawn'),
    ).toHaveLength(1);
    expect(await organisationsTold(tables.db, caseId, 'objection-withdrawn')).toEqual(['office']);
    await expect(planObjection({ caseId }, world.services)).rejects.toMatchObject({ name: 'CaseWithdrawn' });
  });

  it('gives its correction up, so that another may be made', async () => {
    const one = await objectionAtTheDesk(world, facts);
    const two = await objectionAtTheDesk(world, facts, TAX_CELL);
    await decide(world, one, [upheld()]);
    await compose(world, one);

    await withdraw(one);
    await expect(concludeObjection({ caseId: one }, world.services)).rejects.toMatchObject({
      name: 'CaseWithdrawn',
    });
    await liftObjection({ caseId: one }, world.services);
    await decideAndConclude(world, two, [upheld(TAX_CELL)]);

    expect((await shown()).facts.supersedes?.cells).toEqual([TAX_CELL]);
  });

  it('wins or loses against its conclusion in the same moment, never both', async () => {
    const caseId = await objectionAtTheDesk(world, facts);
    await decide(world, caseId, [rejected()]);

    const [withdrawal, conclusion] = await Promise.allSettled([
      withdraw(caseId),
      concludeObjection({ caseId }, world.services),
    ]);

    const { status } = (await world.services.cases.read(caseId)) ?? {};
    expect(status).toBe(conclusion.status === 'fulfilled' ? 'DECIDED' : 'WITHDRAWN');
    expect(withdrawal).toMatchObject({ value: { status: status === 'WITHDRAWN' ? 200 : 409 } });
  });

  it('is begun anew by the relay where its machine had failed, so that the report is freed', async () => {
    const { json } = await raise(world, facts);
    const caseId = String(json.caseId);
    await putToDesk(world, caseId);
    const { services } = world;
    const read = await services.cases.read(caseId);
    if (!read) throw new Error('the objection was just raised');
    await services.commit(
      services.cases.change(
        read,
        { status: 'FAILED' },
        { kind: 'case-failed', at: read.submittedAt, actor: { by: 'platform', step: 'test' } },
      ),
    );

    await withdraw(caseId);

    const pending = (await services.cases.pendingStarts()).find((start) => start.caseId === caseId);
    expect(pending).toMatchObject({ attempt: 2 });
  });
});
