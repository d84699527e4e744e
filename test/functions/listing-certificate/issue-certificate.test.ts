import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordFailure } from '../../../functions/desk/record-failure.ts';
import { assignCertificateNumber } from '../../../functions/listing-certificate/assign-certificate-number.ts';
import { planReview } from '../../../functions/listing-certificate/plan-review.ts';
import { publishCertificate } from '../../../functions/listing-certificate/publish-certificate.ts';
import { showCatalogue } from '../../../functions/listing-certificate/show-catalogue.ts';
import application from '../../../seeds/demonstration/group-application.json' with { type: 'json' };
import { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import { ListingCatalogueView } from '../../../workflows/listing-certificate/routes.ts';
import { startTestTables, type TestTables } from '../shared/test-tables.ts';
import { type ListingWorld, listingWorld, submit } from './listing-world.ts';

let tables: TestTables;
let world: ListingWorld;
let caseId: string;
let count = 0;

const BOARDS = ['sse-main', 'sse-star', 'szse-main', 'szse-chinext', 'bse', 'neeq', 'hkex', 'other'];
const KINDS = ['initial-public-offering', 'refinancing', 'bond', 'merger'];

beforeAll(async () => {
  tables = await startTestTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  world = listingWorld(tables);
  count += 1;
  const purpose = { kind: KINDS[Math.floor(count / 8)], board: BOARDS[count % 8] };
  const { body } = await submit(world, { key: `case-${count}`, body: { ...application, purpose } });
  caseId = String(body.caseId);
});

const readCase = async () => {
  const found = await world.services.cases.read(caseId);
  if (found === undefined) throw new Error('the case is gone');
  return found;
};
const auditKinds = async () =>
  (await world.services.cases.readAudit(caseId, { limit: 50 })).items.map((entry) => entry.kind);

/** Every department answers all it was asked with `finding`. */
async function answerAll(finding: 'no-record' | 'not-my-jurisdiction' = 'no-record'): Promise<void> {
  const { desk, cases, commit } = world.services;
  const { questions } = await planReview({ caseId }, world.services);
  const { plan = [] } = ListingDetail.parse(await cases.readDetail(caseId));
  for (const { taskId, departmentId, dueAt, dueProvisional, clock } of questions) {
    const asked = plan.find((question) => question.taskId === taskId);
    const answers = (asked?.usccs ?? []).flatMap((uscc) =>
      (asked?.fieldIds ?? []).map((fieldId) => ({ uscc, fieldId, finding })),
    );
    const opened = await desk.open(
      {
        taskId,
        caseId,
        caseNumber: 'LC-2026-000001',
        workflow: 'listing-certificate',
        departmentId,
        applicantName: application.applicant.name,
        applicantUscc: application.applicant.uscc,
        openedAt: '2026-06-01T10:00:00+08:00',
        dueAt,
        dueProvisional,
        clock,
        question: {},
      },
      'token',
    );
    await commit(
      desk.decide(opened, {
        answer: { answers },
        decidedAt: '2026-06-03T15:00:00+08:00',
        decidedBy: { personId: 'officer', personName: '某经办' },
      }),
    );
  }
}

/** What sign-certificate and render-report leave behind. */
async function signAndRender(number: string): Promise<void> {
  await world.services.certificates.setCredentialIfAbsent(number, 'header.payload.signature');
  await world.services.certificates.setPdfIfAbsent(number, {
    key: 'report.pdf',
    sha256: '0'.repeat(64),
    sizeBytes: 1,
  });
}

describe('planning the review', () => {
  it('asks five departments, each until the end of its last promised working day', async () => {
    const { questions } = await planReview({ caseId }, world.services);

    expect(questions.map(({ taskId, dueAt }) => [taskId, dueAt])).toEqual([
      [`${caseId}.environment`, '2026-06-08T23:59:59+08:00'],
      [`${caseId}.social-security`, '2026-06-08T23:59:59+08:00'],
      [`${caseId}.construction`, '2026-06-08T23:59:59+08:00'],
      [`${caseId}.market-supervision`, '2026-06-04T23:59:59+08:00'],
      [`${caseId}.tax`, '2026-06-04T23:59:59+08:00'],
    ]);
    // Half of three days is reached on the second one; the machine looks at the time again that morning.
    expect(questions.at(-1)).toMatchObject({
      wakeAt: '2026-06-03T09:00:00+08:00',
      timeoutSeconds: 2 * 86_400 - 3600,
    });
    expect((await readCase()).status).toBe('IN_REVIEW');
    expect(await auditKinds()).toEqual(['case-submitted', 'review-planned']);
  });

  it('gives the same plan when it runs again a day later, with a day less to wait', async () => {
    const first = await planReview({ caseId }, world.services);
    world.setNow('2026-06-02T10:00:00+08:00');

    const second = await planReview({ caseId }, world.services);

    expect(second.questions.map((question) => ({ ...question, timeoutSeconds: 0 }))).toEqual(
      first.questions.map((question) => ({ ...question, timeoutSeconds: 0 })),
    );
    expect(second.questions[0]?.timeoutSeconds).toBe((first.questions[0]?.timeoutSeconds ?? 0) - 86_400);
    expect(await auditKinds()).toEqual(['case-submitted', 'review-planned']);
  });

  it('leaves one second where the time has passed', async () => {
    await planReview({ caseId }, world.services);
    world.setNow('2027-01-01T10:00:00+08:00');

    const { questions } = await planReview({ caseId }, world.services);

    expect(new Set(questions.map((question) => question.timeoutSeconds))).toEqual(new Set([1]));
  });

  it('makes one plan when two runs meet', async () => {
    const runs = await Promise.all([
      planReview({ caseId }, world.services),
      planReview({ caseId }, world.services),
    ]);

    expect(runs[0]).toEqual(runs[1]);
    expect(await auditKinds()).toEqual(['case-submitted', 'review-planned']);
  });

  it('marks a due date provisional where the calendar of its year is not published', async () => {
    world.setNow('2026-12-30T10:00:00+08:00');

    const { questions } = await planReview({ caseId }, world.services);

    expect(new Set(questions.map((question) => question.dueProvisional))).toEqual(new Set([true]));
  });

  it('plans a case that failed before it had a plan, when it is resumed', async () => {
    const { cases, commit } = world.services;
    await recordFailure({ caseId, error: 'TransientError' }, world.services);
    const actor = { by: 'platform', step: 'test' } as const;
    const deed = { kind: 'case-resumed', at: '2026-06-01T11:00:00+08:00', actor } as const;
    await commit(cases.change(await readCase(), { status: 'IN_REVIEW', attempt: 2 }, deed));

    const { questions } = await planReview({ caseId }, world.services);

    expect(questions).toHaveLength(5);
    expect((await readCase()).status).toBe('IN_REVIEW');
  });
});

describe('numbering the certificate', () => {
  it('writes the facts once: every cell, the period, the rule set, a number and a code', async () => {
    await answerAll();

    const { number } = await assignCertificateNumber({ caseId }, world.services);

    const certificate = await world.services.certificates.read(number);
    expect(number).toMatch(/^LJHG-2026-\d{6}$/);
    expect(certificate?.facts).toMatchObject({
      number,
      caseId,
      applicant: application.applicant,
      period: application.period,
      issuedAt: '2026-06-01T10:00:00+08:00',
      ruleSet: { id: 'cq-listing-report', version: '2024-12-01.1' },
    });
    expect(certificate?.facts.verificationCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    const verdicts = certificate?.facts.matrix.map((cell) => cell.reason?.code ?? cell.verdict) ?? [];
    expect(verdicts).toHaveLength(5 * 6);
    expect(verdicts.filter((verdict) => verdict === 'no-record')).toHaveLength(4 * 6);
    expect(verdicts.filter((verdict) => verdict === 'outside-the-area')).toHaveLength(6);
    expect(certificate?.publishedAt).toBeUndefined();
  });

  it('gives one number however often and however simultaneously it runs', async () => {
    await answerAll('not-my-jurisdiction');

    const runs = await Promise.all(
      [1, 2, 3, 4].map(() => assignCertificateNumber({ caseId }, world.services)),
    );
    const again = await assignCertificateNumber({ caseId }, world.services);

    expect(new Set([...runs, again].map((run) => run.number)).size).toBe(1);
    expect((await auditKinds()).filter((kind) => kind === 'number-assigned')).toHaveLength(1);
  });

  it('takes no number where a department has not answered', async () => {
    await planReview({ caseId }, world.services);

    await expect(assignCertificateNumber({ caseId }, world.services)).rejects.toThrow(/has not answered/);

    expect(await world.services.certificates.numberOfCase(caseId)).toBeUndefined();
  });
});

describe('publishing the certificate', () => {
  it('issues the case and shows the certificate in one transaction, once', async () => {
    await answerAll();
    const { number } = await assignCertificateNumber({ caseId }, world.services);
    await signAndRender(number);

    const issued = await publishCertificate({ caseId, number }, world.services);
    await publishCertificate({ caseId, number }, world.services);

    expect(issued).toEqual({ caseId, number, status: 'ISSUED' });
    expect(await readCase()).toMatchObject({ status: 'ISSUED', resultNumber: number });
    expect((await world.services.certificates.read(number))?.publishedAt).toBe('2026-06-01T10:00:00+08:00');
    expect(await auditKinds()).toEqual([
      'case-submitted',
      'review-planned',
      'number-assigned',
      'result-issued',
    ]);
  });

  it('changes nothing where the certificate is not signed and rendered', async () => {
    await answerAll();
    const { number } = await assignCertificateNumber({ caseId }, world.services);

    await expect(publishCertificate({ caseId, number }, world.services)).rejects.toThrow(/not signed/);

    expect((await readCase()).status).toBe('IN_REVIEW');
  });

  it('refuses the number of another case', async () => {
    await answerAll();
    await assignCertificateNumber({ caseId }, world.services);

    const other = publishCertificate({ caseId, number: 'LJHG-2026-999999' }, world.services);

    await expect(other).rejects.toThrow(/not the one of case/);
  });
});

describe('recording a failure', () => {
  it('makes it visible once and keeps the plan', async () => {
    await planReview({ caseId }, world.services);

    await recordFailure({ caseId, error: 'States.Timeout', cause: 'x'.repeat(9000) }, world.services);
    await recordFailure({ caseId, error: 'Again' }, world.services);

    const failed = await readCase();
    expect(failed).toMatchObject({ status: 'FAILED', failure: { error: 'States.Timeout' } });
    expect(failed.failure?.cause).toHaveLength(2000);
    expect(ListingDetail.parse(await world.services.cases.readDetail(caseId)).plan).toHaveLength(5);
    expect(await auditKinds()).toEqual(['case-submitted', 'review-planned', 'case-failed']);
  });

  it('leaves an issued case as it is', async () => {
    await answerAll();
    const { number } = await assignCertificateNumber({ caseId }, world.services);
    await signAndRender(number);
    await publishCertificate({ caseId, number }, world.services);

    await recordFailure({ caseId, error: 'Late' }, world.services);

    expect((await readCase()).status).toBe('ISSUED');
  });
});

describe('the catalogue route', () => {
  it('shows what holds today, as its contract says', async () => {
    const { body } = await showCatalogue(
      {
        params: undefined,
        query: undefined,
        body: undefined,
        actor: undefined,
        case: undefined,
        task: undefined,
        supplement: undefined,
        idempotency: undefined,
        ifMatch: undefined,
      },
      { now: () => new Date('2026-06-01T00:00:00+08:00') },
    );

    expect(ListingCatalogueView.parse(body).catalogue.fields.length).toBeGreaterThanOrEqual(10);
  });
});
