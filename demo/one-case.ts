import { join } from 'node:path';
import type { CaseSummary, CaseView, TimelineEntry } from '../workflows/shared/case.ts';
import { decide } from './officer.ts';
import { Person, Refusal } from './person.ts';
import { saveResults } from './results.ts';
import { demonstrationData } from './seed.ts';
import { beginCase } from './submission.ts';
import { printTable, step } from './table.ts';
import { publicCertificate, verifyCredential } from './verification.ts';
import { waitFor } from './wait.ts';

/** One listing-compliance case from submission to a verified report, over HTTP and nothing else. */
export async function demonstrateListing(origin: string, folder: string): Promise<void> {
  const enterprise = await Person.signIn(origin, 'qiyuan');
  const submitted = await beginCase(enterprise);
  const path = `/v1/cases/${submitted.caseId}`;

  await answerEveryDepartment(origin, enterprise, path);
  const issued = await waitFor('the report', async () => {
    const { body } = await enterprise.get<CaseView>(path);
    if (body.status === 'FAILED') throw new Error(`the case failed: ${JSON.stringify(body.failure)}`);
    return body.status === 'ISSUED' ? body : undefined;
  });
  step(`report issued: ${issued.resultNumber}`);

  const statusPage = await collectResults(origin, enterprise, issued, folder);
  await printTimeline(enterprise, path);
  printTable(
    'Look at',
    ['what', 'where'],
    [
      ['verification page', statusPage.href],
      ['API description', `${origin}/openapi.json`],
      ['report (PDF)', join(folder, `${issued.resultNumber}.pdf`)],
      ['credential (JWT)', join(folder, `${issued.resultNumber}.vc.jwt`)],
      ['mails (.eml, within a minute)', 'mail/ of the platform’s data: .local/mail unless told'],
      ['inboxes', `${origin}/v1/inbox (with a token)`],
    ],
  );
}

async function answerEveryDepartment(origin: string, enterprise: Person, path: string): Promise<void> {
  const asked = await waitFor('the questions to the departments', async () => {
    const { body } = await enterprise.get<CaseView>(path);
    const planned = (body.detail as { plan?: unknown[] }).plan?.length;
    return planned === body.tasks.length ? body : undefined;
  });
  step(`asked all at once: ${asked.tasks.map((task) => task.departmentId).join(', ')}`);
  for (const task of asked.tasks.filter((one) => one.status === 'OPEN')) await decide(origin, task);
}

/** Downloads report and credential, verifies both as an outsider; the page that shows their present status. */
async function collectResults(
  origin: string,
  enterprise: Person,
  issued: CaseSummary,
  folder: string,
): Promise<URL> {
  const { credential, statusPage, pdfBytes } = await saveResults(enterprise, issued, folder);
  step(`downloaded the report (PDF, ${(pdfBytes / 1000).toFixed(1)} kB) and the credential`);

  const { header, issuer } = await verifyCredential(origin, credential);
  step(`the signature holds: ${header.alg}, key ${header.kid?.slice(0, 12)}..., issuer ${issuer}`);
  for (const code of [undefined, statusPage.searchParams.get('code')]) {
    const seen = await publicCertificate(origin, String(issued.resultNumber), code);
    const known = code ? 'number and code' : 'number alone';
    step(`public verification by ${known}: ${seen.status}, ${seen.applicant.name} ${seen.applicant.uscc}`);
  }
  return statusPage;
}

async function printTimeline(enterprise: Person, path: string): Promise<void> {
  const { body } = await enterprise.get<{ items: TimelineEntry[] }>(`${path}/timeline?limit=100`);
  const rows = body.items.map((entry) => [
    String(entry.sequence),
    new Date(entry.at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false }),
    entry.by.organisationName,
    entry.text.zh,
    entry.text.en,
  ]);
  printTable('Timeline', ['#', 'when', 'who', '事项', 'what'], rows);
}

/** The same application, wrong in eight ways: one answer names all of them and nothing is written. */
export async function demonstrateFaults(origin: string): Promise<void> {
  const enterprise = await Person.signIn(origin, 'qiyuan');
  const before = await enterprise.get<{ items: CaseSummary[] }>('/v1/cases?limit=100');
  try {
    await enterprise.post('/v1/listing-certificates', demonstrationData('faulty-application.json'));
    throw new Error('the faulty application was accepted');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const faults = error.problem.faults ?? [];
    const rows = faults.map((fault) => [fault.pointer, fault.code, `${fault.zh}\n${fault.en}`]);
    printTable(
      `Refused with ${error.problem.status}: ${faults.length} faults in one answer`,
      ['where', 'code', 'what'],
      rows,
    );
  }
  const after = await enterprise.get<{ items: CaseSummary[] }>('/v1/cases?limit=100');
  if (after.body.items.length !== before.body.items.length)
    throw new Error('the refused application left a case behind');
}
