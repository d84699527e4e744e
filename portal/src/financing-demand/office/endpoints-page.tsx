import { Tag } from 'antd';
import { ListEndpoints } from '../../../../workflows/financing-demand/endpoint/routes.ts';
import type { Output } from '../../api/client.ts';
import { usePages } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { More } from '../../parts/more.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';
import { SUPERVISION_PLACES } from '../../shell/nav.ts';
import { SubNav } from '../../shell/sub-nav.tsx';
import { DISABLED_BECAUSE, ENDPOINT_STATUS } from '../words.ts';

type Supervised = Output<typeof ListEndpoints>['items'][number];

/** 机构推送: which institutions are pushed to, what waits for them and what fails. Only they change it. */
export function Component() {
  const say = useText();
  const endpoints = usePages(ListEndpoints, {});
  return (
    <>
      <PageTitle>{say({ zh: '机构推送', en: 'Push to institutions' })}</PageTitle>
      <SubNav label={say({ zh: '督办', en: 'Supervision' })} places={SUPERVISION_PLACES} />
      <Shown of={endpoints}>
        {() => (
          <DataTable
            caption={say({ zh: '机构推送', en: 'Push to institutions' })}
            rows={endpoints.items}
            rowKey={({ endpoint }) => endpoint.institutionId}
            empty={say({
              zh: '还没有机构登记接收地址；未登记的机构自行拉取清单',
              en: 'No institution has an endpoint yet; those without one pull their lists',
            })}
            columns={[
              {
                title: say({ zh: '机构', en: 'Institution' }),
                cell: ({ endpoint }) => endpoint.institutionName,
              },
              {
                title: say({ zh: '接收地址', en: 'Endpoint' }),
                cell: ({ endpoint }) => new URL(endpoint.url).host,
              },
              {
                title: say({ zh: '状态', en: 'State' }),
                cell: ({ endpoint }) => <State endpoint={endpoint} />,
              },
              { title: say({ zh: '最近送达', en: 'Last arrived' }), cell: (row) => <Arrived row={row} /> },
              {
                title: say({ zh: '待送达（期）', en: 'Lists waiting' }),
                numeric: true,
                cell: ({ waiting }) => waiting,
              },
              { title: say({ zh: '失败', en: 'Failures' }), cell: (row) => <Failures row={row} /> },
            ]}
          />
        )}
      </Shown>
      <More of={endpoints} />
    </>
  );
}

function State({ endpoint: { status, disabled } }: Pick<Supervised, 'endpoint'>) {
  const say = useText();
  const when = useWhen();
  const { text, color } = ENDPOINT_STATUS[status];
  return (
    <>
      <Tag color={color}>{say(text)}</Tag>
      {disabled && (
        <small>
          {say(DISABLED_BECAUSE[disabled.because])} · {when.time(disabled.at)}
        </small>
      )}
    </>
  );
}

function Arrived({ row: { delivery } }: { readonly row: Supervised }) {
  const say = useText();
  const when = useWhen();
  if (!delivery?.deliveredAt) return '—';
  return (
    <>
      {when.time(delivery.deliveredAt)}{' '}
      <small>{say({ zh: '第 {n} 期', en: 'list {n}' }, { n: delivery.delivered })}</small>
    </>
  );
}

function Failures({ row: { delivery } }: { readonly row: Supervised }) {
  const say = useText();
  const when = useWhen();
  if (delivery?.deadNumber !== undefined) {
    const words = { zh: '第 {n} 期起已放弃，待机构重推', en: 'given up from list {n} on' };
    return <span className="fault">{say(words, { n: delivery.deadNumber })}</span>;
  }
  if (!delivery?.attempts) return '—';
  return (
    <>
      {say({ zh: '已失败 {n} 次', en: '{n} attempts failed' }, { n: delivery.attempts })}
      {delivery.nextAttemptAt && (
        <small> {say({ zh: '下次 {at}', en: 'next {at}' }, { at: when.time(delivery.nextAttemptAt) })}</small>
      )}
    </>
  );
}
