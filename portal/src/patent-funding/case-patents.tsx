import type { PatentRow } from '../../../workflows/patent-funding/contract.ts';
import { ListCasePatents } from '../../../workflows/patent-funding/routes.ts';
import { usePages } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { yuan } from '../parts/money.ts';
import { More } from '../parts/more.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';
import { PatentFinding } from './patent-finding.tsx';
import { KIND } from './words.ts';

interface Props {
  readonly caseId: string;
  /** More to show of each. */
  readonly columns?: readonly Column<PatentRow>[];
}

/** The patents of a case, each with what was found and what it is granted. */
export function CasePatents({ caseId, columns = [] }: Props) {
  const say = useText();
  const when = useWhen();
  const patents = usePages(ListCasePatents, { limit: 100 }, { caseId });
  return (
    <Shown of={patents}>
      {() => (
        <>
          <DataTable
            caption={say({ zh: '专利清单', en: 'Patents' })}
            rows={patents.items}
            rowKey={({ number }) => number}
            empty={say({ zh: '没有专利', en: 'None' })}
            columns={[
              { title: say({ zh: '行', en: 'Line' }), cell: ({ line }) => line },
              {
                title: say({ zh: '专利', en: 'Patent' }),
                cell: ({ number, title, kind }) => (
                  <div>
                    {title}
                    <div className="quiet due">
                      {number} · {say(KIND[kind])}
                    </div>
                  </div>
                ),
              },
              {
                title: say({ zh: '授权公告日', en: 'Granted on' }),
                cell: ({ grantedOn }) => <span className="due">{when.date(grantedOn)}</span>,
              },
              { title: say({ zh: '核查结果', en: 'Finding' }), cell: (row) => <PatentFinding row={row} /> },
              {
                title: say({ zh: '官方费用（元）', en: 'Fees (yuan)' }),
                numeric: true,
                cell: ({ feesFen }) => yuan(feesFen),
              },
              {
                title: say({ zh: '资助金额（元）', en: 'Granted (yuan)' }),
                numeric: true,
                cell: ({ amountFen }) => (amountFen === undefined ? '—' : yuan(amountFen)),
              },
              ...columns,
            ]}
          />
          <More of={patents} />
        </>
      )}
    </Shown>
  );
}
