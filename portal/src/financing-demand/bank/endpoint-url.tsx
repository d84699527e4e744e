import { Button } from 'antd';
import { PutEndpoint } from '../../../../workflows/financing-demand/endpoint/routes.ts';
import { ApiProblem } from '../../api/client.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';

interface Props {
  /** 0 for the first one. */
  readonly version: number;
  readonly url: string;
}

/** Registers the endpoint, or another one, which has to be verified anew. */
export function EndpointUrl({ version, url: kept }: Props) {
  const say = useText();
  const form = useFields('endpoint', { url: kept });
  const { url } = form.fields;
  const put = useAction(PutEndpoint, form.discard);
  const told = put.error instanceof ApiProblem ? (put.error.problem.faults ?? []) : [];
  return (
    <>
      <ChangedMeanwhile form={form} />
      <TextField
        label={say({ zh: '接收地址（HTTPS）', en: 'Address of the endpoint (HTTPS)' })}
        type="url"
        help={say({
          zh: '更改地址后需重新验证才会推送；签名密钥不变。',
          en: 'Another address has to be verified before anything is sent to it; the keys stay.',
        })}
        value={url}
        faults={told.filter(({ pointer }) => pointer === '/url').map((fault) => say(fault))}
        onChange={(value) => form.set({ url: value })}
      />
      <ProblemAlert error={put.error} />
      <p className="row">
        <Button
          type="primary"
          disabled={url.trim() === '' || url === kept || form.isOutdated}
          loading={put.isPending}
          onClick={() => put.mutate({ params: { institutionId: 'me' }, body: { url: url.trim() }, version })}
        >
          {say({ zh: '保存地址', en: 'Save the address' })}
        </Button>
        <DraftState isKept={form.isKept} discard={form.discard} />
      </p>
    </>
  );
}
