import { ListingPurpose, type ListingSubmission } from '../workflows/listing-certificate/contract.ts';
import type { CaseSummary } from '../workflows/shared/case.ts';
import { expectToSee } from './expectation.ts';
import { type Person, Refusal } from './person.ts';
import { demonstrationData } from './seed.ts';
import { step } from './table.ts';
import { demonstrationPdf, uploadAttachment } from './upload.ts';

interface CasePage {
  readonly items: CaseSummary[];
}

/**
 * The group application of seeds/, or the case of an earlier demonstration that was interrupted. An enterprise may submit one
 * case of a purpose a day, so that a repeated demonstration applies for the next board.
 */
export async function beginCase(enterprise: Person): Promise<CaseSummary> {
  const { body: page } = await enterprise.get<CasePage>('/v1/cases');
  const interrupted = page.items.find((one) => one.status === 'SUBMITTED' || one.status === 'IN_REVIEW');
  if (interrupted) {
    step(`goes on with the case ${interrupted.caseNumber}, which was not finished`);
    return interrupted;
  }
  const submission = demonstrationData<ListingSubmission>('group-application.json');
  const uploaded = await uploadAttachment(enterprise, '补充材料（演示）.pdf', demonstrationPdf());
  const { attachmentId, name, mediaType, state, scan } = uploaded;
  expectToSee(name, state, 'CLEAN');
  step(`uploaded ${name}: ${mediaType}, ${state} (scanned by ${scan?.by})`);
  const attachmentIds = [attachmentId];
  for (const purpose of purposes(submission.purpose)) {
    const created = await submit(enterprise, { ...submission, attachmentIds, purpose });
    if (created) return created;
  }
  throw new Error(
    'this enterprise has applied for every board today; try again tomorrow or with a fresh data folder',
  );
}

async function submit(enterprise: Person, submission: ListingSubmission): Promise<CaseSummary | undefined> {
  try {
    const { body } = await enterprise.post<CaseSummary>('/v1/listing-certificates', submission);
    const { kind, board } = submission.purpose;
    step(
      `submitted ${submission.entities.length} entities, ${submission.fields.length} fields for ${kind} / ${board}`,
    );
    step(`accepted as ${body.caseNumber}`);
    return body;
  } catch (error) {
    if (error instanceof Refusal && error.problem.status === 409) return undefined;
    throw error;
  }
}

function purposes(first: ListingPurpose): ListingPurpose[] {
  const { kind: kinds, board: boards } = ListingPurpose.shape;
  const all = kinds.options.flatMap((kind) => boards.options.map((board) => ({ kind, board })));
  return [first, ...all.filter((one) => one.kind !== first.kind || one.board !== first.board)];
}
