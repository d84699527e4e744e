import '../financing.css';
import { Tag } from 'antd';
import { Link } from 'react-router';
import type { Delivery } from '../../../../workflows/financing-demand/list/contract.ts';
import { ExportDemandList } from '../../../../workflows/financing-demand/list/routes.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DownloadButton } from '../../parts/download-button.tsx';
import { percent, wan } from '../../parts/money.ts';
import { More } from '../../parts/more.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useNames } from '../use-catalogue.ts';
import { ITEM_KIND } from '../words.ts';
import { useDeliveries } from './use-deliveries.ts';
import { useLastSeen } from './use-last-seen.ts';

/** The institution's lists by number, the newest first, with what came since one was here. */
export function Component() {
  const say = useText();
  const deliveries = useDeliveries();
  const lists = [...Map.groupBy(deliveries.items, ({ listNumber }) => listNumber)].reverse();
  const seen = useLastSeen(lists[0]?.[0] ?? 0);
  return (
    <>
      <PageTitle>{say({ zh: '需求清单', en: 'Demand lists' })}</PageTitle>
      <p className="quiet">
        {say({
          zh: '每个工作日 9:00 一期，紧急需求即时单独成期；编号连续，内容按企业此刻的授权展示。',
          en: 'One each working day at 9:00, urgent demands at once; numbers have no gaps; what is shown is what the consent gives now.',
        })}
      </p>
      <Shown of={deliveries}>
        {() =>
          lists.length === 0 ? (
            <DataTable
              caption=""
              rows={[]}
              columns={[]}
              rowKey={() => ''}
              empty={say({
                zh: '还没有清单。登记信贷产品后，匹配的需求按期列在这里。',
                en: 'No list yet. Once products are registered, demands that match are listed here.',
              })}
            />
          ) : (
            lists.map(([number, items]) => (
              <section key={number} aria-label={say({ zh: '第 {n} 期', en: 'List {n}' }, { n: number })}>
                <div className="row spread">
                  <h2>
                    {say({ zh: '第 {n} 期', en: 'List {n}' }, { n: number })}{' '}
                    {number > seen && <Tag color="processing">{say({ zh: '新', en: 'new' })}</Tag>}
                  </h2>
                  <DownloadButton
                    small
                    contract={ExportDemandList}
                    input={{ params: { listNumber: number } }}
                    name={`demand-list-${number}.xlsx`}
                  >
                    {say({ zh: '下载第 {n} 期（XLSX）', en: 'Download list {n} (XLSX)' }, { n: number })}
                  </DownloadButton>
                </div>
                <DemandList items={items} />
              </section>
            ))
          )
        }
      </Shown>
      <More of={deliveries} />
    </>
  );
}

function DemandList({ items }: { readonly items: readonly Delivery[] }) {
  const say = useText();
  const names = useNames();
  return (
    <DataTable
      caption={say({ zh: '清单条目', en: 'Items' })}
      rows={items}
      rowKey={({ position }) => String(position)}
      empty=""
      columns={[
        { title: say({ zh: '序号', en: 'No.' }), cell: ({ position }) => position },
        {
          title: say({ zh: '变化', en: 'What is new' }),
          cell: ({ kind }) => <Tag color={COLOR[kind]}>{say(ITEM_KIND[kind])}</Tag>,
        },
        {
          title: say({ zh: '企业', en: 'Enterprise' }),
          cell: ({ demandId, demand }) =>
            demand ? (
              <Link to={`/lists/${demandId}`}>
                {demand.identity?.name ?? say({ zh: '未披露身份', en: 'Not disclosed' })}
              </Link>
            ) : (
              <span className="quiet">{say({ zh: '不再可见', en: 'Not shown any more' })}</span>
            ),
        },
        {
          title: say({ zh: '金额（万元）', en: 'Amount (10,000 yuan)' }),
          numeric: true,
          cell: ({ demand }) =>
            demand ? `${wan(demand.terms.amountFromFen)}–${wan(demand.terms.amountToFen)}` : '—',
        },
        {
          title: say({ zh: '类型', en: 'Facility' }),
          cell: ({ demand }) => (demand ? say(names.of('facilities', demand.terms.facility)) : '—'),
        },
        {
          title: say({ zh: '期限（月）', en: 'Months' }),
          numeric: true,
          cell: ({ demand }) => demand?.terms.termMonths ?? '—',
        },
        {
          title: say({ zh: '最高利率', en: 'Highest rate' }),
          numeric: true,
          cell: ({ demand }) => (demand ? percent(demand.terms.highestRateBasisPoints) : '—'),
        },
      ]}
    />
  );
}

const COLOR = {
  NEW: 'success',
  CHANGED: 'processing',
  CLOSED: 'default',
  CONSENT_WITHDRAWN: 'warning',
} as const;
