import { importJWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { decideDeskTask } from '../../../functions/desk/decide-desk-task.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { planPreExamination } from '../../../functions/patent-funding/plan-pre-examination.ts';
import { examined } from '../../../functions/patent-funding/pre-examination/examined.ts';
import { readPassCertificate } from '../../../functions/patent-funding/read-pass-certificate.ts';
import { readPassCredential } from '../../../functions/patent-funding/read-pass-credential.ts';
import { recordGrant } from '../../../functions/patent-funding/record-grant.ts';
import { registerPreExamination } from '../../../functions/patent-funding/register-pre-examination.ts';
import { RegistryUnreachableError } from '../../../functions/patent-funding/registry/patent-registry.ts';
import { reportFiling } from '../../../functions/patent-funding/report-filing.ts';
import { settlePreExamination } from '../../../functions/patent-funding/settle-pre-examination.ts';
import { signingKey } from '../../../functions/shared/client/signing-key.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import { passCertificateOf } from '../../../portal/src/patent-funding/pre-examination/certificate/pass-certificate.ts';
import {
  type PreExaminationAnswer,
  PreExaminationDetail,
} from '../../../workflows/patent-funding/pre-examination/contract.ts';
import {
  ReadPassCertificate,
  ReadPassCredential,
  RecordGrant,
  RegisterPreExamination,
  ReportFiling,
} from '../../../workflows/patent-funding/pre-examination/routes.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { DecideDeskTask } from '../../../workflows/shared/desk-routes.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { patentNumber } from '../../workflows/patent-funding/samples.ts';
import { kmsKey } from '../shared/client/kms-key.ts';
import { ENTERPRISE, ENVIRONMENT } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { fundingWorld } from './funding-world.ts';

const database = useDatabase();
const IP_OFFICER: Actor = { ...ENVIRONMENT, organisationId: 'ip-centre' };
const FORM = {
  applicant: { uscc: ENTERPRISE.organisationId, name: ENTERPRISE.organisationName },
  contact: { name: 'A', phone: '023-12345678' },
  title: '一种示范关节（虚构）',
  kind: 'invention',
  industryId: 'robots',
  ipc: ['B25J17/00'],
};
let sent = 0;
const codes = (json: Record<string, unknown>) =>
  ((json.faults ?? []) as Fault[]).map(({ pointer, code }) => `${pointer} ${code}`);

function worldAt(instant: string) {
  let now = new Date(instant);
  const { kms, asked } = kmsKey();
  const w = {
    ...fundingWorld(database.db(), { now: () => now }),
    signingKey: signingKey(kms, 'a-key'),
    publicBaseUrl: 'http://localhost:4700',
  };
  const call = (handler: RouteHandler, body?: unknown, path?: Record<string, string>, key = `k-${++sent}`) =>
    send(handler, {
      actor: ENTERPRISE,
      ...(body === undefined ? {} : { body }),
      ...(path ? { path } : {}),
      headers: { 'idempotency-key': key },
    });
  return {
    w,
    asked,
    at: (later: string) => {
      now = new Date(later);
    },
    register: (variation: object = {}) =>
      call(
        route(RegisterPreExamination, registerPreExamination, () => w),
        { ...FORM, ...variation },
      ),
    report: (caseId: string, filing: object, key?: string) =>
      call(
        route(ReportFiling, reportFiling, () => w),
        filing,
        { caseId },
        key,
      ),
    grant: (caseId: string) =>
      call(
        route(RecordGrant, recordGrant, () => w),
        {},
        { caseId },
      ),
    certificate: (caseId: string) =>
      call(
        route(ReadPassCertificate, readPassCertificate, () => w),
        undefined,
        { caseId },
      ),
    credential: (caseId: string) =>
      call(
        route(ReadPassCredential, readPassCredential, () => w),
        undefined,
        { caseId },
      ),
  };
}

/** A registered filing that the examiner has answered so, and what came of it. */
async function answered(answer: PreExaminationAnswer) {
  const filing = await decided(answer);
  return { ...filing, settled: await settlePreExamination(filing, filing.w) };
}

/** A registered filing that the examiner has answered so. */
async function decided(answer: PreExaminationAnswer) {
  const at = worldAt('2026-11-23T09:30:00+08:00');
  const { json } = await at.register();
  const caseId = String(json.caseId);
  const { question } = await planPreExamination({ caseId }, at.w);
  await openDeskTask({ taskToken: 'token', workflow: 'pre-examination', caseId, question }, at.w);
  const { status } = await send(
    route(DecideDeskTask, decideDeskTask, () => at.w),
    {
      actor: IP_OFFICER,
      path: { taskId: question.taskId },
      headers: { 'idempotency-key': `k-${++sent}`, 'if-match': '"1"' },
      body: { answer },
    },
  );
  expect(status).toBe(200);
  return { ...at, caseId };
}

describe('the registration of a filing', () => {
  it('is refused with every fault of form and scope', async () => {
    const { register } = worldAt('2026-11-23T09:30:00+08:00');
    const { json } = await register({
      applicant: { ...FORM.applicant, name: 'Somebody else' },
      title: '',
      industryId: 'no-such-industry',
      attachmentIds: ['no-such-file'],
    });
    expect(codes(json)).toEqual([
      '/title too-small',
      '/applicant/name applicant-name-differs',
      '/industryId industry-out-of-scope',
      '/attachmentIds/0 attachment-unknown',
    ]);
    expect(codes((await register({ ipc: ['A01B1/00', 'B25J17/00'] })).json)).toEqual([
      '/ipc/0 class-out-of-scope',
    ]);
    expect(codes((await register({ ipc: ['B25J'] })).json)).toEqual(['/ipc/0 invalid-format']);
  });

  it('is put to the IP centre once, within its promised days from the day of the registration', async () => {
    const { w, register, at } = worldAt('2026-11-23T09:30:00+08:00');
    const caseId = String((await register()).json.caseId);
    at('2026-11-24T09:30:00+08:00');
    const first = await planPreExamination({ caseId }, w);
    expect(first.question).toMatchObject({ departmentId: 'ip-centre', dueAt: '2026-12-02T23:59:59+08:00' });
    expect(await planPreExamination({ caseId }, w)).toEqual(first);
  });
});

describe('a filing that passed', () => {
  it('has a certificate, and is tracked to its number and its grant', async () => {
    const { w, caseId, settled, certificate, report, grant, at } = await answered({ outcome: 'passed' });
    expect(settled).toMatchObject({ status: 'ISSUED', number: expect.stringMatching(/^LJYS-2026-\d{6}$/) });
    expect(await settlePreExamination({ caseId }, w)).toEqual(settled);
    expect((await certificate(caseId)).json).toMatchObject({ number: settled.number, fileBy: '2026-12-07' });
    expect((await grant(caseId)).json.code).toBe('filing-not-reported');

    at('2026-12-01T10:00:00+08:00');
    const number = patentNumber(2026, 1, 700_001);
    expect((await report(caseId, { number: `ZL${number}`, filedOn: '2026-12-01' }, 'same-key')).status).toBe(
      200,
    );
    // The same request again is the same answer; another one is too late.
    expect((await report(caseId, { number: `ZL${number}`, filedOn: '2026-12-01' }, 'same-key')).status).toBe(
      200,
    );
    expect((await report(caseId, { number, filedOn: '2026-12-01' })).json.code).toBe('filing-reported');

    expect((await grant(caseId)).json).toEqual({ granted: false });
    const record = { number, title: 'T', patentees: ['P'], ipc: [], legalStatus: 'in-force' as const };
    await w.register.load([{ ...record, grantedOn: '2027-03-01', grantPublicationNumber: 'CN1B' }]);
    expect((await grant(caseId)).json).toMatchObject({ granted: true, grant: { grantedOn: '2027-03-01' } });
    expect((await certificate(caseId)).json).toMatchObject({
      filing: { number },
      grant: { grantedOn: '2027-03-01' },
    });
    const { items } = await w.cases.readAudit(caseId, { limit: 20 });
    expect(items.map(({ kind }) => kind)).toEqual([
      'case-submitted',
      'review-planned',
      'task-decided',
      'pre-examination-passed',
      'filing-reported',
      'grant-recorded',
    ]);
  });

  it.each([
    ['a wrong check digit', { number: '2026107000019', filedOn: '2026-12-01' }, ['/number patent-number']],
    ['another kind', { number: patentNumber(2026, 2, 7), filedOn: '2026-12-01' }, ['/number another-kind']],
    ['another year', { number: patentNumber(2025, 1, 7), filedOn: '2026-12-01' }, ['/number another-year']],
    [
      'a day to come',
      { number: patentNumber(2026, 1, 7), filedOn: '2026-12-25' },
      ['/filedOn filed-in-the-future'],
    ],
    [
      'a day before it passed',
      { number: patentNumber(2026, 1, 7), filedOn: '2026-11-22' },
      ['/filedOn filed-before-pass'],
    ],
    [
      'a day after it lapsed',
      { number: patentNumber(2026, 1, 7), filedOn: '2026-12-08' },
      ['/filedOn filed-too-late'],
    ],
  ])('is not filed under %s', async (_, filing, expected) => {
    const { caseId, report, at } = await answered({ outcome: 'passed' });
    at('2026-12-10T10:00:00+08:00');
    expect(codes((await report(caseId, filing)).json)).toEqual(expected);
  });

  it('is not filed under the number of another, whoever is faster', async () => {
    const [one, other] = [await answered({ outcome: 'passed' }), await answered({ outcome: 'passed' })];
    const filing = { number: patentNumber(2026, 1, 700_002), filedOn: '2026-11-23' };
    const replies = await Promise.all([one.report(one.caseId, filing), other.report(other.caseId, filing)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('asks a registry that does not answer to be asked again', async () => {
    const { w, caseId, report, grant } = await answered({ outcome: 'passed' });
    await report(caseId, { number: patentNumber(2026, 1, 700_003), filedOn: '2026-11-23' });
    Object.assign(w, { registry: { find: () => Promise.reject(new RegistryUnreachableError('nobody')) } });
    expect((await grant(caseId)).status).toBe(503);
  });
});

describe('the credential of a filing that passed', () => {
  it('is verified by an outsider against the published key, and is good until the filing has to be made', async () => {
    const { w, caseId, settled, credential } = await answered({ outcome: 'passed' });
    const { status, headers, text } = await credential(caseId);
    expect([status, headers['content-type']]).toEqual([200, 'application/vc+jwt']);
    const key = await importJWK(await w.signingKey.publicJwk(), 'ES256');
    const { payload } = await jwtVerify(text, key, { typ: 'vc+jwt', algorithms: ['ES256'] });
    expect(payload).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', expect.anything()],
      type: ['VerifiableCredential', 'PreExaminationPassCertificate'],
      issuer: { id: w.publicBaseUrl },
      validFrom: '2026-11-23T09:30:00+08:00',
      validUntil: '2026-12-07T23:59:59+08:00',
      credentialSubject: { number: settled.number, applicant: FORM.applicant, ipc: FORM.ipc },
    });
    expect(passCertificateOf(text)).toMatchObject({
      title: { zh: '专利申请快速预审合格证明' },
      filing: { number: settled.number, applicant: FORM.applicant, title: FORM.title, fileBy: '2026-12-07' },
      notices: [{ zh: expect.stringContaining('平台签名') }, expect.anything(), expect.anything()],
    });
    const [head, , signature] = text.split('.');
    const longer = Buffer.from(JSON.stringify({ ...payload, validUntil: '2030-01-01T00:00:00+08:00' }));
    await expect(jwtVerify(`${head}.${longer.toString('base64url')}.${signature}`, key)).rejects.toThrow(
      'signature verification failed',
    );
  });

  it('is issued once: a second run, or two at the same time, find what the first one stored', async () => {
    const { w, asked, caseId, credential } = await decided({ outcome: 'passed' });
    const both = await Promise.all([
      settlePreExamination({ caseId }, w),
      settlePreExamination({ caseId }, w),
    ]);
    const [issued, signatures] = [await credential(caseId), asked.signatures];
    expect(both[0]).toEqual(both[1]);
    expect(await settlePreExamination({ caseId }, w)).toEqual(both[0]);
    expect((await credential(caseId)).text).toBe(issued.text);
    expect(asked.signatures).toBe(signatures);
  });

  it('is not there, nor is its number taken, where the step was killed between signing and storing', async () => {
    const { w, asked, caseId, credential } = await decided({ outcome: 'passed' });
    const next = (await w.numbers.next('pass-certificate#2026')).value;
    const killed = { ...w, commit: () => Promise.reject(new Error('killed')) };
    await expect(settlePreExamination({ caseId }, killed)).rejects.toThrow('killed');
    expect([asked.signatures, (await credential(caseId)).json.code]).toEqual([1, 'no-pass-certificate']);

    const { number } = await settlePreExamination({ caseId }, w);
    expect(number).toBe(`LJYS-2026-${String(next).padStart(6, '0')}`);
  });

  it('is none in a certificate from before they were signed, which is told', async () => {
    const { w, caseId, credential, certificate } = await answered({ outcome: 'passed' });
    const read = await w.cases.read(caseId);
    if (read === undefined) throw new Error('no case');
    const detail = PreExaminationDetail.parse(await w.cases.readDetail(caseId));
    const { credential: _, ...unsigned } = detail.certificate ?? {};
    const deed = {
      kind: 'pre-examination-passed',
      at: read.submittedAt,
      actor: { by: 'platform', step: 'SettlePreExamination' },
    } as const;
    await w.commit(w.cases.change(read, { detail: { ...detail, certificate: unsigned } }, deed));
    expect((await credential(caseId)).json.code).toBe('pass-certificate-not-signed');
    expect((await certificate(caseId)).status).toBe(200);
  });
});

describe('a filing that did not pass', () => {
  it('is told every reason and has no certificate', async () => {
    const reasons = ['权利要求书不清楚', '说明书公开不充分'];
    const { w, asked, caseId, settled, certificate, credential, report } = await answered({
      outcome: 'refused',
      reasons,
    });
    expect(settled).toEqual({ caseId, status: 'DECIDED' });
    expect(await w.cases.readDetail(caseId)).toMatchObject({
      outcome: { verdict: 'refused', reasons: reasons.map((zh) => ({ zh })) },
    });
    expect((await certificate(caseId)).json.code).toBe('no-pass-certificate');
    expect((await credential(caseId)).json.code).toBe('no-pass-certificate');
    expect(asked.signatures).toBe(0);
    const filing = { number: patentNumber(2026, 1, 7), filedOn: '2026-11-23' };
    expect((await report(caseId, filing)).json.code).toBe('no-pass-certificate');
  });

  it.each([
    ['no-answer', 'unanswered'],
    ['supplement-not-provided', 'supplement-not-provided'],
  ] as const)('closed for %s it is %s', (reason, verdict) => {
    const closedParts = [{ partId: 'filing', reason, closedAt: '2026-12-01T00:00:00+08:00' }];
    expect(examined({ status: 'CLOSED', closedParts } as unknown as DeskTask).verdict).toBe(verdict);
  });
});
