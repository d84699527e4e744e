import type { RosterChange } from '../../../../workflows/shared/desk-roster.ts';
import { ListStaffChanges } from '../../../../workflows/shared/desk-staff-routes.ts';
import type { Officer } from '../../../../workflows/shared/desk-task.ts';
import { usePages } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { More } from '../../parts/more.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';

/** Who changed the list and who delegated what to whom, newest first; for the lead. */
export function StaffChanges() {
  const say = useText();
  const when = useWhen();
  const changes = usePages(ListStaffChanges, {});
  return (
    <>
      <h2>{say({ zh: '变更记录', en: 'What was changed' })}</h2>
      <Shown of={changes}>
        {() => (
          <DataTable
            caption={say({ zh: '变更记录', en: 'What was changed' })}
            rows={changes.items}
            rowKey={({ version }) => String(version)}
            empty={say({ zh: '尚无变更', en: 'Nothing yet' })}
            columns={[
              { title: say({ zh: '时间', en: 'When' }), cell: ({ at }) => when.time(at) },
              { title: say({ zh: '由谁', en: 'By whom' }), cell: ({ by }) => by.personName },
              {
                title: say({ zh: '内容', en: 'What' }),
                cell: (change) => <What change={change} />,
              },
            ]}
          />
        )}
      </Shown>
      <More of={changes} />
    </>
  );
}

function What({ change: { kind, joined = [], left = [], delegation } }: { readonly change: RosterChange }) {
  const say = useText();
  const when = useWhen();
  if (delegation) {
    const { from, to } = delegation;
    const who = `${from.personName} → ${to.personName} (${when.period(delegation)})`;
    return kind === 'delegation-made'
      ? say({ zh: `委托代办：${who}`, en: `Delegated: ${who}` })
      : say({ zh: `委托提前结束：${who}`, en: `Delegation ended: ${who}` });
  }
  const named = (officers: readonly Officer[], zh: string, en: string) => {
    const names = officers.map(({ personName }) => personName);
    return names.length > 0 && say({ zh: `${zh}：${names.join('、')}`, en: `${en}: ${names.join(', ')}` });
  };
  const parts = [named(joined, '加入', 'Joined'), named(left, '离开', 'Left')].filter(Boolean);
  return parts.join(' · ') || say({ zh: '名单未变', en: 'The list stays as it was' });
}
