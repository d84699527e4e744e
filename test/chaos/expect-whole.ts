import { AuditVerifier } from '../../workflows/shared/audit/audit-verifier.ts';
import type { CaseView } from '../../workflows/shared/case.ts';
import { type LivedCase, mayEnd, readCase } from './case-life.ts';
import type { Hazard } from './hazard.ts';

/** What is wrong after a load with kills: a case that did not end right, a number twice or left out, an audit that does not fit. */
export async function wrongAfter(
  hazard: Hazard,
  lived: readonly LivedCase[],
  { anchored }: { readonly anchored: boolean },
): Promise<string[]> {
  // What a kill left between a write and its signal is healed by schedules; a token lives an hour.
  for (let minutes = 0; minutes < 10; minutes++) await hazard.pass('PT1M');
  const views: CaseView[] = [];
  for (const one of lived) views.push(await readCase(hazard, one));
  const ends = lived.flatMap(({ life, caseNumber }, index) => {
    const { status, tasks } = views[index] ?? { status: 'FAILED', tasks: [] };
    const open = tasks.filter((task) => task.status === 'OPEN').length;
    const right = mayEnd(life).includes(status) && open === 0;
    return right ? [] : [`${caseNumber} (${life}) is ${status} with ${open} open tasks`];
  });
  return [
    ...ends,
    ...wrongNumbers(
      'case',
      views.map(({ caseNumber }) => caseNumber),
    ),
    ...wrongNumbers(
      'report',
      views.flatMap(({ resultNumber }) => (resultNumber ? [resultNumber] : [])),
    ),
    ...(await wrongAudit(hazard, anchored)),
  ];
}

/** Numbers of one sequence: unique, from 1 on and without gaps. */
function wrongNumbers(what: string, numbers: readonly string[]): string[] {
  const serials = numbers.map((number) => Number(number.slice(-6))).sort((one, other) => one - other);
  return serials.every((serial, index) => serial === index + 1)
    ? []
    : [`the ${what} numbers are not 1 to ${serials.length}: ${serials.join(' ')}`];
}

/** The audit is exported and checked as an outsider checks it, where asked for after its days are anchored. */
async function wrongAudit(hazard: Hazard, anchored: boolean): Promise<string[]> {
  if (anchored) await hazard.passDay();
  const verifier = new AuditVerifier();
  for (const line of await exportedLines(hazard)) {
    const misfit = verifier.take(JSON.parse(line));
    if (misfit) return [`the audit does not fit: ${misfit.what} (line ${misfit.lineNumber})`];
  }
  const misfit = verifier.end();
  const { lastAnchor } = verifier.verdict(undefined);
  return [
    ...(misfit ? [`the audit does not fit: ${misfit.what}`] : []),
    ...(lastAnchor || !anchored ? [] : ['no day was anchored']),
  ];
}

async function exportedLines(hazard: Hazard): Promise<string[]> {
  const lines: string[] = [];
  for (let path: string | undefined = '/v1/audit/export?limit=1000'; path; ) {
    const page = await hazard.as('office', (person) => person.page(String(path)));
    lines.push(...page.text.split('\n').filter((line) => line !== ''));
    path = page.next;
  }
  return lines;
}
