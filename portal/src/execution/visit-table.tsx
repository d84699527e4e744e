import type { StateVisit } from '../../../workflows/shared/execution/execution.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { useWhen } from '../parts/when.tsx';

/** The picture as text: which state was entered when, how long it took, how often it was tried. */
export function VisitTable({ visits }: { readonly visits: readonly StateVisit[] }) {
  const say = useText();
  const when = useWhen();
  const seconds = ({ enteredAt, exitedAt }: StateVisit) =>
    exitedAt === undefined
      ? say({ zh: '尚未离开', en: 'not left' })
      : say({ zh: '{n} 秒', en: '{n} s' }, { n: (Date.parse(exitedAt) - Date.parse(enteredAt)) / 1000 });
  return (
    <DataTable
      caption={say({ zh: '经过的状态', en: 'States entered' })}
      rows={visits.map((visit, index) => ({ ...visit, place: visits.length - index }))}
      rowKey={({ place }) => String(place)}
      empty={say({ zh: '尚未进入任何状态', en: 'No state was entered yet' })}
      columns={[
        { title: say({ zh: '状态', en: 'State' }), cell: ({ state }) => <code>{state}</code> },
        { title: say({ zh: '进入', en: 'Entered' }), cell: ({ enteredAt }) => when.time(enteredAt) },
        { title: say({ zh: '历时', en: 'Took' }), numeric: true, cell: seconds },
        {
          title: say({ zh: '尝试', en: 'Tries' }),
          numeric: true,
          cell: ({ tries }) => (tries > 0 ? tries : '—'),
        },
        { title: say({ zh: '错误', en: 'Error' }), cell: ({ error }) => error ?? '—' },
      ]}
    />
  );
}
