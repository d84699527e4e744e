import type {
  AttachmentRow,
  CaseAttachment,
  Sender,
} from '../../../workflows/shared/attachments/attachment.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { UploadedFiles } from '../client/uploaded-files.ts';
import { caseFileKey, uploadKey } from '../store/attachment-key.ts';
import type { AttachmentStore } from '../store/attachment-store.ts';
import type { GuardedWrite } from '../store/write.ts';

interface Found {
  readonly rows: AttachmentRow[];
  readonly faults: Fault[];
}

/**
 * The uploaded attachments that a request names, in its order, or everything that is wrong with them; `at` is the pointer of the list
 * inside the request. Another organisation's file and none at all answer alike.
 */
export async function findAttachments(
  ids: readonly string[],
  { organisationKind, organisationId }: Sender,
  at: string,
  services: { readonly attachments: AttachmentStore; readonly now: () => Date },
): Promise<Found> {
  const read = await Promise.all(ids.map((id) => services.attachments.read(id, services.now())));
  const own = read.map((row) =>
    row?.organisationKind === organisationKind && row.organisationId === organisationId ? row : undefined,
  );
  const faults = own.flatMap((row, index) => {
    const fault = ids.indexOf(ids[index] ?? '') < index ? TWICE : faultOf(row);
    return fault ? [{ pointer: `${at}/${index}`, ...fault }] : [];
  });
  return { rows: own.filter((row) => row !== undefined), faults };
}

type Words = Omit<Fault, 'pointer'>;
const TWICE: Words = {
  code: 'attachment-twice',
  zh: '同一附件重复列出',
  en: 'The attachment is named twice',
};

function faultOf(row: AttachmentRow | undefined): Words | undefined {
  if (!row) {
    const words = {
      zh: '没有这份附件，或上传后超时未使用',
      en: 'There is no such attachment, or it was not used in time',
    };
    return { code: 'attachment-unknown', ...words };
  }
  if (row.caseId !== undefined) {
    return { code: 'attachment-used', zh: '附件已用于另一个办件', en: 'Another case uses the attachment' };
  }
  if (row.state === 'CLEAN') return undefined;
  return {
    code: 'attachment-not-clean',
    zh: `附件尚未通过检查（${row.state}）`,
    en: `The attachment has not passed its checks (${row.state})`,
  };
}

interface Used {
  readonly kept: CaseAttachment[];
  /** For the transaction that makes them the case's. Two for each. */
  readonly writes: GuardedWrite[];
}

/**
 * Makes attachments a case's: copies the files to where the case's lie, where nothing removes them, and returns the writes. Done again
 * it does the same.
 */
export async function useAttachments(
  rows: readonly AttachmentRow[],
  caseId: string,
  services: {
    readonly attachments: AttachmentStore;
    readonly caseFiles: Pick<UploadedFiles, 'copy'>;
    readonly now: () => Date;
  },
): Promise<Used> {
  const addedAt = localInstant(services.now());
  const kept = rows.map((row) => keptOf(row, addedAt));
  await Promise.all(
    rows.map(({ attachmentId }) =>
      services.caseFiles.copy(uploadKey(attachmentId), caseFileKey(caseId, attachmentId)),
    ),
  );
  const writes = rows.flatMap((row) => services.attachments.use(row, caseId, keptOf(row, addedAt)));
  return { kept, writes };
}

function keptOf(row: AttachmentRow, addedAt: string): CaseAttachment {
  const { attachmentId, name, mediaType, sizeBytes, sha256, organisationKind, organisationId } = row;
  if (mediaType === undefined) throw new Error(`attachment ${attachmentId} is clean and has no type`);
  const addedBy = { organisationKind, organisationId };
  return { attachmentId, name, mediaType, sizeBytes, sha256, addedAt, addedBy };
}
