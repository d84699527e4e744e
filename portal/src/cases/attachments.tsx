import { DownloadCaseAttachment, ListCaseAttachments } from '../../../workflows/shared/attachments/routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { LinkedFiles } from '../parts/linked-files.tsx';
import { Shown } from '../parts/shown.tsx';

/** The files of a case. */
export function Attachments({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const files = useRoute(ListCaseAttachments, { params: { caseId } });
  return (
    <section className="panel">
      <h2>{say({ zh: '附件', en: 'Attachments' })}</h2>
      <Shown of={files}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say({ zh: '没有附件', en: 'None' })}</p>
          ) : (
            <LinkedFiles
              files={items}
              contract={DownloadCaseAttachment}
              inputOf={(attachmentId) => ({ params: { caseId, attachmentId } })}
            />
          )
        }
      </Shown>
    </section>
  );
}
