import { Link } from 'react-router';
import type { EntryKind, LedgerEntry } from '../../../../../workflows/patent-funding/ledger/contract.ts';
import { ListBudgetEntries } from '../../../../../workflows/patent-funding/ledger/routes.ts';
import type { Bilingual } from '../../../../../workflows/shared/bilingual.ts';
import { usePages } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { inBoth } from '../../../parts/in-both.ts';
import { yuan } from '../../../parts/money.ts';
import { More } from '../../../parts/more.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useWhen } from '../../../parts/when.tsx';

const KIND: Readonly<Record<EntryKind, Bilingual>> = {
  allot: { zh: '安排', en: 'Allotted' },
  reserve: { zh: '预留', en: 'Reserved' },
  release: { zh: '释放', en: 'Released' },
  spend: { zh: '支出', en: 'Spent' },
  recover: { zh: '追回', en: 'Recovered' },
  lapse: { zh: '收回', en: 'Lapsed' },
  'carry-out': { zh: '结转出', en: 'Carried out' },
  'carry-in': { zh: '结转入', en: 'Carried in' },
};

interface Props {
  readonly budget: { readonly programmeId: string; readonly year: number };
}

/** Every movement of a budget's money, oldest first. */
export function Entries({ budget }: Props) {
  const say = useText();
  const when = useWhen();
  const entries = usePages(ListBudgetEntries, {}, budget);
  const by = ({ actor }: LedgerEntry) =>
    actor.by === 'person' ? actor.personName : say({ zh: '平台', en: 'The platform' });
  return (
    <>
      <Shown of={entries}>
        {() => (
          <DataTable
            caption={say({ zh: '台账明细', en: 'Entries' })}
            rows={entries.items}
            rowKey={({ entryId }) => entryId}
            empty={say({ zh: '还没有明细', en: 'No entry yet' })}
            columns={[
              {
                title: say({ zh: '时间', en: 'When' }),
                cell: ({ at }) => <span className="due">{when.time(at)}</span>,
              },
              { title: say({ zh: '类型', en: 'Kind' }), cell: ({ kind }) => say(KIND[kind]) },
              {
                title: say({ zh: '金额（元）', en: 'Amount (yuan)' }),
                numeric: true,
                cell: ({ amountFen }) => yuan(amountFen),
              },
              {
                title: say({ zh: '办件', en: 'Case' }),
                cell: ({ of }) => (of ? <Link to={`/cases/${of.caseId}`}>{of.caseNumber}</Link> : '—'),
              },
              { title: say({ zh: '企业', en: 'Enterprise' }), cell: ({ of }) => of?.name ?? '—' },
              { title: say({ zh: '事由', en: 'Why' }), cell: ({ reason }) => say(inBoth(reason)) },
              { title: say({ zh: '经办', en: 'By' }), cell: by },
            ]}
          />
        )}
      </Shown>
      <More of={entries} />
    </>
  );
}
