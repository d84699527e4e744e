import { DownloadCaseAttachment, ListCaseAttachments } from '../../../workflows/shared/attachments/routes.ts';
import { useRoute } from '../api/use-route.ts';
import { LinkedFiles } from '../parts/linked-files.tsx';
import { Shown } from '../parts/shown.tsx';

interface Props {
  readonly caseId: string;
  readonly attachmentIds: readonly string[];
}

/** Those files of a case that something names: a question, an answer, material. */
export function NamedFiles({ caseId, attachmentIds }: Props) {
  const isAny = attachmentIds.length > 0;
  const files = useRoute(ListCaseAttachments, isAny ? { params: { caseId } } : undefined);
  if (!isAny) return null;
  return (
    <Shown of={files}>
      {({ items }) => (
        <LinkedFiles
          files={items.filter(({ attachmentId }) => attachmentIds.includes(attachmentId))}
          contract={DownloadCaseAttachment}
          inputOf={(attachmentId) => ({ params: { caseId, attachmentId } })}
        />
      )}
    </Shown>
  );
}
