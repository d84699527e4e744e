import { createHash } from 'node:crypto';
import type { ListingSubmission } from '../workflows/listing-certificate/contract.ts';
import type { Attachment } from '../workflows/shared/attachments/attachment.ts';
import type { Announced } from '../workflows/shared/attachments/routes.ts';
import { found } from './expectation.ts';
import type { Person } from './person.ts';
import { demonstrationData } from './seed.ts';

/** Uploads a file as a browser would, past the functions, and has it checked: clean or refused. `path`: where files are announced. */
export async function uploadAttachment(
  person: Person,
  name: string,
  content: Buffer,
  path = '/v1/attachments',
): Promise<Attachment> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { body } = await person.post<Announced>(path, {
    name,
    sizeBytes: content.length,
    sha256,
  });
  const { 'content-length': _, ...headers } = body.upload.headers;
  const reply = await fetch(body.upload.url, { method: 'PUT', headers, body: new Uint8Array(content) });
  if (!reply.ok) throw new Error(`the bucket did not take ${name}: ${reply.status} ${await reply.text()}`);
  const { attachmentId } = body.attachment;
  return (await person.put<Attachment>(`${path}/${attachmentId}/completion`, {})).body;
}

/** The letter of the group application of seeds/. */
export function demonstrationPdf(): Buffer {
  const { attachments } = demonstrationData<ListingSubmission>('group-application.json');
  return Buffer.from(found('a file of the group application', attachments[0]).contentBase64, 'base64');
}
