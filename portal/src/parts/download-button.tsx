import { Button } from 'antd';
import type { RouteContract } from '../../../workflows/shared/route-contract.ts';
import type { Input } from '../api/client.ts';
import { useDownload } from '../api/use-download.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface Props<C extends RouteContract> {
  readonly contract: C;
  readonly input: Input<C>;
  /** Of the file. */
  readonly name: string;
  readonly children: string;
  readonly small?: true;
}

/** Hands out what a route gives as a file, or says why not. */
export function DownloadButton<C extends RouteContract>({
  contract,
  input,
  name,
  children,
  small,
}: Props<C>) {
  const file = useDownload(contract);
  return (
    <>
      <Button
        size={small ? 'small' : 'middle'}
        loading={file.isPending}
        onClick={() => file.mutate({ input, name })}
      >
        {children}
      </Button>
      <ProblemAlert error={file.error} />
    </>
  );
}
