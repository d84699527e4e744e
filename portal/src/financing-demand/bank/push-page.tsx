import '../financing.css';
import { Alert } from 'antd';
import { ShowEndpoint } from '../../../../workflows/financing-demand/endpoint/routes.ts';
import { ApiProblem } from '../../api/client.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Attempts } from './attempts.tsx';
import { EndpointPanel } from './endpoint-panel.tsx';
import { EndpointUrl } from './endpoint-url.tsx';
import { MachineAccess } from './machine-access.tsx';
import { Secrets } from './secrets.tsx';

/** Where lists are pushed to, the keys that sign them, and how the deliveries went. */
export function Component() {
  const say = useText();
  const read = useRoute(ShowEndpoint, { params: { institutionId: 'me' } });
  const isNone = read.error instanceof ApiProblem && read.error.problem.status === 404;
  return (
    <>
      <PageTitle>{say({ zh: '推送与接口', en: 'Push and API' })}</PageTitle>
      <p className="quiet">
        {say({
          zh: '需求清单以 CloudEvents 格式按 Standard Webhooks 规范签名推送；内容与“需求清单”页面相同。',
          en: 'Lists are pushed as CloudEvents signed by Standard Webhooks; they hold what the page of lists shows.',
        })}
      </p>
      {isNone && (
        <>
          <Alert
            type="info"
            showIcon
            title={say({
              zh: '尚未登记接收地址。登记并验证后自动推送；不登记也可在“需求清单”查看。',
              en: 'No endpoint is registered. Once verified, lists are pushed to it; they can be read here all the same.',
            })}
          />
          <section className="panel">
            <EndpointUrl version={0} url="" />
          </section>
        </>
      )}
      {!isNone && (
        <Shown of={read}>
          {(view) => (
            <>
              <EndpointPanel view={view} />
              <Secrets version={view.endpoint.version} />
              <Attempts />
            </>
          )}
        </Shown>
      )}
      <MachineAccess />
    </>
  );
}
