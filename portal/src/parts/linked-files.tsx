import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { CaseAttachment } from '../../../workflows/shared/attachments/attachment.ts';
import type { RouteContract } from '../../../workflows/shared/route-contract.ts';
import type { Input } from '../api/client.ts';
import { useCall } from '../api/use-route.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface Props<C extends RouteContract> {
  readonly files: readonly Pick<CaseAttachment, 'attachmentId' | 'name' | 'sizeBytes'>[];
  /** Replies with the link to a file. */
  readonly contract: C;
  readonly inputOf: (attachmentId: string) => Input<C>;
}

/** Kept files, each by a link that is good for minutes. */
export function LinkedFiles<C extends RouteContract>({ files, contract, inputOf }: Props<C>) {
  const call = useCall();
  const open = useMutation({
    mutationFn: async (attachmentId: string) => {
      const response = await call(contract, inputOf(attachmentId) as object);
      const { url }: { readonly url: string } = await response.json();
      location.assign(url);
    },
  });
  return (
    <>
      <ProblemAlert error={open.error} />
      <ul className="files">
        {files.map(({ attachmentId, name, sizeBytes }) => (
          <li key={attachmentId}>
            <Button type="link" loading={open.isPending} onClick={() => open.mutate(attachmentId)}>
              {name}
            </Button>
            <small>{Math.ceil(sizeBytes / 1024)} KB</small>
          </li>
        ))}
      </ul>
    </>
  );
}
