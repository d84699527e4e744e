import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { DownloadCaseAttachment, ListCaseAttachments } from '../../../workflows/shared/attachments/routes.ts';
import type { Output } from '../api/client.ts';
import { useCall, useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Shown } from '../parts/shown.tsx';

/** The files of a case, each by a link that is good for minutes. */
export function Attachments({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const call = useCall();
  const files = useRoute(ListCaseAttachments, { params: { caseId } });
  const open = useMutation({
    mutationFn: async (attachmentId: string) => {
      const response = await call(DownloadCaseAttachment, { params: { caseId, attachmentId } });
      const { url }: Output<typeof DownloadCaseAttachment> = await response.json();
      location.assign(url);
    },
  });
  return (
    <section className="panel">
      <h2>{say({ zh: '附件', en: 'Attachments' })}</h2>
      <ProblemAlert error={open.error} />
      <Shown of={files}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say({ zh: '没有附件', en: 'None' })}</p>
          ) : (
            <ul className="files">
              {items.map(({ attachmentId, name, sizeBytes }) => (
                <li key={attachmentId}>
                  <Button type="link" loading={open.isPending} onClick={() => open.mutate(attachmentId)}>
                    {name}
                  </Button>
                  <small>{Math.ceil(sizeBytes / 1024)} KB</small>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}
