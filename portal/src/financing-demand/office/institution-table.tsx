import type { FinancingRow } from '../../../../workflows/financing-demand/report/routes.ts';
import { useText } from '../../language.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { wan } from '../../parts/money.ts';

/** 通报: institutions by name, those that lag first. */
export function InstitutionTable({ rows }: { readonly rows: readonly FinancingRow[] }) {
  const say = useText();
  const number = (
    title: string,
    cell: (row: FinancingRow) => number | string | undefined,
  ): Column<FinancingRow> => ({ title, numeric: true, cell: (row) => cell(row) ?? '–' });
  return (
    <DataTable
      caption={say({ zh: '机构通报', en: 'Institutions by name' })}
      rows={rows}
      rowKey={({ id }) => id}
      empty={say({ zh: '这段时间没有机构答复', en: 'No institution answered in these months' })}
      columns={[
        { title: say({ zh: '机构', en: 'Institution' }), cell: ({ name }) => <b>{say(name)}</b> },
        number(
          say({ zh: '承诺未兑现', en: 'Promises broken' }),
          ({ overdueContacts, overdueDecisions }) => overdueContacts + overdueDecisions,
        ),
        number(say({ zh: '受理', en: 'Taken' }), ({ acknowledged }) => acknowledged),
        number(
          say({ zh: '联系用时（工作日）', en: 'Days to contact' }),
          (row) => row.medianContactWorkingDays,
        ),
        number(
          say({ zh: '审批用时（工作日）', en: 'Days to decide' }),
          (row) => row.medianDecisionWorkingDays,
        ),
        number(say({ zh: '报价', en: 'Offers' }), ({ offers }) => offers),
        number(say({ zh: '拒绝', en: 'Refusals' }), ({ refusals }) => refusals),
        number(
          say({ zh: '通过率', en: 'Approved' }),
          ({ approvalPercent }) => approvalPercent && `${approvalPercent}%`,
        ),
        number(say({ zh: '提款（万元）', en: 'Drawn (10,000 yuan)' }), ({ drawnFen }) => wan(drawnFen)),
      ]}
    />
  );
}
