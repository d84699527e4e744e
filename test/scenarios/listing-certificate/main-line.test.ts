import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import type { PublicCertificate } from '../../../workflows/listing-certificate/public-certificate.ts';
import type { CaseSummary, TimelineEntry } from '../../../workflows/shared/case.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { cleanAnswer, decide, readCase, submit } from './steps.ts';

let platform: TestPlatform;
let enterprise: Person;
let submitted: CaseSummary;

beforeAll(async () => {
  platform = await startPlatform();
  enterprise = await platform.signIn('qiyuan');
  submitted = await submit(platform, enterprise);
});
afterAll(() => platform.stop());

describe('a group application', () => {
  it('is put to all its departments at once, each with its own due date', async () => {
    const { status, tasks } = await readCase(enterprise, submitted);
    expect(status).toBe('IN_REVIEW');
    expect(tasks.map((task) => [task.departmentId, task.status]).sort()).toEqual([
      ['construction', 'OPEN'],
      ['environment', 'OPEN'],
      ['market-supervision', 'OPEN'],
      ['social-security', 'OPEN'],
      ['tax', 'OPEN'],
    ]);
    for (const task of tasks) expect(task.dueAt > task.openedAt).toBe(true);
  });

  it('waits while one department has not answered', async () => {
    const { tasks } = await readCase(enterprise, submitted);
    const [last, ...others] = tasks;
    for (const task of others) {
      const reply = await decide(platform, task, (question) => {
        const { answers } = cleanAnswer(question);
        return task.departmentId === 'tax'
          ? { answers: [withRecord(answers[0]), ...answers.slice(1)] }
          : { answers };
      });
      expect(reply.body.status).toMatch(/DECIDED|RELAYED/);
    }
    await platform.settle();
    expect((await readCase(enterprise, submitted)).status).toBe('IN_REVIEW');

    if (last) await decide(platform, last);
    await platform.settle();
    expect(await readCase(enterprise, submitted)).toMatchObject({
      status: 'ISSUED',
      resultNumber: expect.stringMatching(/^LJHG-\d{4}-000001$/),
    });
  });

  it('ends in a credential that an outsider verifies against the published key', async () => {
    const { content } = await enterprise.download(`/v1/cases/${submitted.caseId}/certificate`);
    const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', platform.origin));
    const { payload } = await jwtVerify(content.toString(), keys, { typ: 'vc+jwt', algorithms: ['ES256'] });
    const subject = payload.credentialSubject as {
      entities: { uscc: string; findings: { verdict: string }[] }[];
    };
    const verdicts = Object.fromEntries(
      subject.entities.map(({ uscc, findings }) => [
        uscc,
        [...new Set(findings.map((one) => one.verdict))].sort(),
      ]),
    );
    expect(verdicts).toEqual({
      '91500112LJDEM0017W': ['no-record', 'records'],
      '91500105LJDEM0025K': ['no-record'],
      '91500109LJDEM00338': ['no-record'],
      '91500105LJDEM00419': ['no-record'],
      // Registered outside the area: accepted, and nothing is certified.
      '91310115LJDEM005X7': ['not-certified'],
    });
  });

  it('fails verification once one character of the credential is changed', async () => {
    const { content } = await enterprise.download(`/v1/cases/${submitted.caseId}/certificate`);
    const [header, payload, signature] = content.toString().split('.');
    const forged = Buffer.from(
      Buffer.from(String(payload), 'base64url').toString().replace('"records"', '"no-record"'),
    ).toString('base64url');
    const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', platform.origin));
    await expect(jwtVerify([header, forged, signature].join('.'), keys)).rejects.toThrow('signature');
  });

  it('gives a PDF that carries the credential', async () => {
    const { content } = await enterprise.download(`/v1/cases/${submitted.caseId}/report.pdf`);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(content.toString('latin1')).toContain('/EmbeddedFile');
  });

  it('shows the public who it was issued to, masked without the code on the paper', async () => {
    const { statusPage } = await enterprise.download(`/v1/cases/${submitted.caseId}/certificate`);
    const page = new URL(String(statusPage));
    const api = `${platform.origin}${page.pathname.replace('/verify/', '/v1/certificates/')}`;
    const masked = (await (await fetch(api)).json()) as PublicCertificate;
    const open = (await (await fetch(api + page.search)).json()) as PublicCertificate;
    expect(masked).toMatchObject({ status: 'valid', masked: true });
    expect(masked.applicant.uscc).not.toBe('91500112LJDEM0017W');
    expect(open).toMatchObject({ status: 'valid', masked: false, applicant: { uscc: '91500112LJDEM0017W' } });
    expect((await fetch(`${api}?code=AAAA-BBBB-CCCC`)).status).toBe(404);

    const html = await fetch(`${platform.origin}${page.pathname}${page.search}`);
    expect(html.headers.get('content-type')).toContain('text/html');
    expect(await html.text()).toContain('重庆启元示范智能装备股份有限公司');
  });

  it('tells its timeline in order, each step once', async () => {
    const { body } = await enterprise.get<{ items: TimelineEntry[] }>(
      `/v1/cases/${submitted.caseId}/timeline?limit=100`,
    );
    expect(body.items.map((entry) => entry.sequence)).toEqual(body.items.map((_, index) => index + 1));
    expect(body.items.map((entry) => entry.kind)).toEqual([
      'case-submitted',
      'review-planned',
      ...Array.from({ length: 5 }, () => 'task-decided'),
      'number-assigned',
      'result-issued',
    ]);
  });

  it('leaves nothing on any desk', async () => {
    const officer = await platform.signIn('tax-officer');
    expect((await officer.get<{ items: unknown[] }>('/v1/desk/tasks')).body.items).toEqual([]);
  });
});

function withRecord(answer: { uscc: string; fieldId: string } | undefined) {
  return {
    uscc: answer?.uscc,
    fieldId: answer?.fieldId,
    finding: 'records',
    records: [
      {
        documentNumber: '演示罚字〔2024〕第7号',
        decidedOn: '2024-05-20',
        authority: '演示税务局（虚构）',
        behaviourKind: '逾期申报（演示）',
        outcome: '罚款人民币200元（演示）',
        repaired: true,
      },
    ],
  };
}
