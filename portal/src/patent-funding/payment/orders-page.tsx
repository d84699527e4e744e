import { Button } from 'antd';
import { Link } from 'react-router';
import {
  ExportPaymentOrders,
  ListPaymentOrders,
} from '../../../../workflows/patent-funding/payment/routes.ts';
import type { Output } from '../../api/client.ts';
import { useDownload } from '../../api/use-download.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { yuan } from '../../parts/money.ts';
import { Numbers } from '../../parts/numbers.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';

type OrderFile = Output<typeof ListPaymentOrders>;

const NAME = { zh: '待拨付清单.xlsx', en: 'payment-orders.xlsx' };

/** 待拨付: what is to be paid now, with the sums by which both sides see that they hold the same. */
export function Component() {
  const say = useText();
  const file = useRoute(ListPaymentOrders, {});
  const workbook = useDownload(ExportPaymentOrders);
  return (
    <>
      <PageTitle>{say({ zh: '待拨付清单', en: 'To be paid' })}</PageTitle>
      <p className="row">
        <Button loading={workbook.isPending} onClick={() => workbook.mutate({ input: {}, name: say(NAME) })}>
          {say({ zh: '导出 XLSX（含校验和）', en: 'XLSX with control sums' })}
        </Button>
        <Link to="/desk">{say({ zh: '在待办中批量确认支付', en: 'Confirm many of them on the desk' })}</Link>
      </p>
      <ProblemAlert error={workbook.error} />
      <Shown of={file}>{(data) => <Orders file={data} />}</Shown>
    </>
  );
}

function Orders({ file: { orders, control } }: { readonly file: OrderFile }) {
  const say = useText();
  const when = useWhen();
  return (
    <>
      <Numbers
        of={[
          { label: say({ zh: '拨付单（笔）', en: 'orders' }), value: control.count },
          { label: say({ zh: '合计（元）', en: 'yuan in all' }), value: yuan(control.totalFen) },
          { label: say({ zh: '账号校验和', en: 'sum of the accounts' }), value: control.accountSum },
        ]}
      />
      <DataTable
        caption={say({ zh: '待拨付', en: 'To be paid' })}
        rows={orders}
        rowKey={({ orderNumber }) => orderNumber}
        empty={say({ zh: '目前没有待拨付的拨付单', en: 'Nothing is to be paid at the moment' })}
        columns={[
          {
            title: say({ zh: '拨付单', en: 'Order' }),
            cell: ({ orderNumber, taskId }) => <Link to={`/desk/${taskId}`}>{orderNumber}</Link>,
          },
          { title: say({ zh: '收款单位', en: 'Payee' }), cell: ({ payee }) => payee.name },
          {
            title: say({ zh: '账户', en: 'Account' }),
            cell: ({ account }) => `${account.bank} · ${account.number}`,
          },
          {
            title: say({ zh: '专利（件）', en: 'Patents' }),
            numeric: true,
            cell: ({ patentCount }) => patentCount,
          },
          {
            title: say({ zh: '金额（元）', en: 'Amount (yuan)' }),
            numeric: true,
            cell: ({ amountFen }) => yuan(amountFen),
          },
          { title: say({ zh: '下达时间', en: 'Ordered' }), cell: ({ orderedAt }) => when.time(orderedAt) },
        ]}
      />
    </>
  );
}
