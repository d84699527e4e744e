import { createHash } from 'node:crypto';
import type { Attachment } from '../workflows/shared/attachments/attachment.ts';
import type { Person } from './person.ts';
import { step } from './table.ts';

interface Announced {
  readonly attachment: Attachment;
  readonly upload: { url: string; headers: Record<string, string> };
}

/** Uploads a file as a browser would, past the functions, and has it checked; answers the id by which an application names it. */
export async function uploadAttachment(person: Person, name: string, content: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { body } = await person.post<Announced>('/v1/attachments', {
    name,
    sizeBytes: content.length,
    sha256,
  });
  const { 'content-length': _, ...headers } = body.upload.headers;
  const reply = await fetch(body.upload.url, { method: 'PUT', headers, body: new Uint8Array(content) });
  if (!reply.ok) throw new Error(`the bucket did not take ${name}: ${reply.status} ${await reply.text()}`);
  const { attachmentId } = body.attachment;
  const { body: checked } = await person.put<Attachment>(`/v1/attachments/${attachmentId}/completion`, {});
  if (checked.state !== 'CLEAN') throw new Error(`${name} is ${checked.state}`);
  step(`uploaded ${name}: ${checked.mediaType}, ${checked.state} (scanned by ${checked.scan?.by})`);
  return attachmentId;
}
