import { Button, Tag } from 'antd';
import {
  DisableEndpoint,
  type EndpointView,
  VerifyEndpoint,
} from '../../../../workflows/financing-demand/endpoint/routes.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useWhen } from '../../parts/when.tsx';
import { DISABLED_BECAUSE, ENDPOINT_STATUS } from '../words.ts';
import { EndpointUrl } from './endpoint-url.tsx';

/** The endpoint as it stands, and what may be done with it. */
export function EndpointPanel({ view: { endpoint, delivery } }: { readonly view: EndpointView }) {
  const say = useText();
  const when = useWhen();
  const verify = useAction(VerifyEndpoint);
  const disable = useAction(DisableEndpoint);
  const { status, disabled, version } = endpoint;
  const input = { params: { institutionId: 'me' }, version };
  return (
    <section className="panel">
      <h2>
        {say({ zh: '接收地址', en: 'Endpoint' })}{' '}
        <Tag color={ENDPOINT_STATUS[status].color}>{say(ENDPOINT_STATUS[status].text)}</Tag>
      </h2>
      <dl className="facts spaced">
        {disabled && (
          <>
            <dt>{say({ zh: '停用原因', en: 'Disabled because' })}</dt>
            <dd>
              {say(DISABLED_BECAUSE[disabled.because])} · {when.time(disabled.at)}
            </dd>
          </>
        )}
        {endpoint.verifiedAt && (
          <>
            <dt>{say({ zh: '验证时间', en: 'Verified' })}</dt>
            <dd>{when.time(endpoint.verifiedAt)}</dd>
          </>
        )}
        {delivery && (
          <>
            <dt>{say({ zh: '已送达', en: 'Delivered' })}</dt>
            <dd>{say({ zh: '至第 {n} 期', en: 'up to list {n}' }, { n: delivery.delivered })}</dd>
            {delivery.deadNumber && (
              <>
                <dt>{say({ zh: '未送达', en: 'Given up' })}</dt>
                <dd className="fault">
                  {say(
                    { zh: '自第 {n} 期起，需手工重推', en: 'from list {n} on; send it again by hand' },
                    { n: delivery.deadNumber },
                  )}
                </dd>
              </>
            )}
            {delivery.nextAttemptAt && (
              <>
                <dt>{say({ zh: '下次尝试', en: 'Next attempt' })}</dt>
                <dd>{when.time(delivery.nextAttemptAt)}</dd>
              </>
            )}
          </>
        )}
      </dl>
      <EndpointUrl version={version} url={endpoint.url} />
      <p className="row">
        {status !== 'ACTIVE' && (
          <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate(input)}>
            {say({ zh: '发送测试并验证', en: 'Send a test and verify' })}
          </Button>
        )}
        {status === 'ACTIVE' && (
          <ConfirmButton
            danger
            label={say({ zh: '停用', en: 'Disable' })}
            question={say({
              zh: '停用后不再推送；重新验证即可恢复，未推送的清单会依次补推。',
              en: 'Nothing is pushed until it is verified again; then the lists in between follow in order.',
            })}
            pending={disable.isPending}
            error={disable.error}
            onConfirm={() => disable.mutateAsync(input)}
          />
        )}
      </p>
      <ProblemAlert error={verify.error} />
    </section>
  );
}
