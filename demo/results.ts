import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseSummary } from '../workflows/shared/case.ts';
import { found } from './expectation.ts';
import type { Person } from './person.ts';

interface Results {
  readonly credential: string;
  /** The page that shows the present status, with the code that is printed on the report. */
  readonly statusPage: URL;
  readonly pdfBytes: number;
}

/** Downloads report and credential of an issued case into a folder. */
export async function saveResults(
  person: Person,
  { caseId, resultNumber }: Pick<CaseSummary, 'caseId' | 'resultNumber'>,
  folder: string,
): Promise<Results> {
  const path = `/v1/cases/${caseId}`;
  const credential = await person.download(`${path}/certificate`);
  const report = await person.download(`${path}/report.pdf`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${resultNumber}.vc.jwt`), credential.content);
  writeFileSync(join(folder, `${resultNumber}.pdf`), report.content);
  return {
    credential: credential.content.toString('utf8'),
    statusPage: new URL(found('the page of the status of the credential', credential.statusPage)),
    pdfBytes: report.content.length,
  };
}
