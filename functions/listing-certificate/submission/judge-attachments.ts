import * as z from 'zod';
import type { Limits } from '../../../workflows/listing-certificate/catalogue.ts';
import { Attachment } from '../../../workflows/listing-certificate/contract.ts';
import { attachmentBytes } from '../../../workflows/listing-certificate/rules/attachment-content.ts';
import { submissionFault } from '../../../workflows/listing-certificate/rules/submission-fault.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { AttachmentRow } from '../../../workflows/shared/attachments/attachment.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { findAttachments } from '../../shared/attachments/use-attachments.ts';
import type { MalwareScanner } from '../../shared/scan/malware-scanner.ts';
import type { AttachmentStore } from '../../shared/store/attachment-store.ts';

export interface AttachmentWorld {
  readonly attachments: AttachmentStore;
  readonly scanner: MalwareScanner;
  readonly now: () => Date;
}

const Named = z
  .object({ attachmentIds: z.array(z.string()).max(50).catch([]).default([]) })
  .catch({ attachmentIds: [] });
const Inline = z
  .object({ attachments: z.array(z.unknown()).catch([]).default([]) })
  .catch({ attachments: [] });

/**
 * What the rules of the submission cannot see of its attachments: whether those it names are there, clean and its own, and whether
 * those inside it hold malware. Reads the body as it came, so that these faults stand beside all others.
 */
export async function judgeAttachments(
  body: unknown,
  actor: Actor,
  { maximumAttachments }: Limits,
  world: AttachmentWorld,
): Promise<{ rows: AttachmentRow[]; faults: Fault[] }> {
  const { attachmentIds } = Named.parse(body);
  const inline = Inline.parse(body).attachments;
  const { rows, faults } = await findAttachments(attachmentIds, actor, '/attachmentIds', world);
  const tooMany =
    attachmentIds.length > 0 && attachmentIds.length + inline.length > maximumAttachments
      ? [submissionFault('/attachmentIds', 'attachments-too-many', { maximum: maximumAttachments })]
      : [];
  const scanned = inline.flatMap((one, index) => malwareFaults(one, index, world.scanner));
  return { rows, faults: [...faults, ...tooMany, ...scanned] };
}

function malwareFaults(candidate: unknown, index: number, scanner: MalwareScanner): Fault[] {
  const { data } = Attachment.safeParse(candidate);
  const bytes = data && attachmentBytes(data.contentBase64);
  const verdict = bytes && scanner.scan(bytes);
  if (verdict === undefined || verdict === 'CLEAN') return [];
  const code = verdict === 'THREAT' ? 'attachment-malware' : 'attachment-inline-unscanned';
  return [submissionFault(`/attachments/${index}/contentBase64`, code)];
}
