import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import type { RosterChange } from '../../../../workflows/shared/desk-roster.ts';
import { ListStaffChanges } from '../../../../workflows/shared/desk-staff-routes.ts';
import { usePages } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { More } from '../../parts/more.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWhen } from '../../parts/when.tsx';

const KIND: Readonly<Record<RosterChange['kind'], Bilingual>> = {
  'staff-replaced': { zh: '更新名单', en: 'List changed' },
  'delegation-made': { zh: '新增委托', en: 'Delegation made' },
  'delegation-revoked': { zh: '结束委托', en: 'Delegation ended' },
};

/** What was changed in list and delegations, by whom; for the lead. */
export function StaffChanges() {
  const say = useText();
  const when = useWhen();
  const changes = usePages(ListStaffChanges, { limit: 20 });
  return (
    <>
      <h2>{say({ zh: '变更记录', en: 'What was changed' })}</h2>
      <Shown of={changes}>
        {() => (
          <DataTable
            caption={say({ zh: '变更记录', en: 'Changes' })}
            rows={changes.items}
            rowKey={({ version }) => String(version)}
            empty={say({ zh: '还没有变更', en: 'Nothing was changed yet' })}
            columns={[
              { title: say({ zh: '时间', en: 'At' }), cell: ({ at }) => when.time(at) },
              { title: say({ zh: '操作人', en: 'By' }), cell: ({ by }) => by.personName },
              { title: say({ zh: '变更', en: 'Change' }), cell: ({ kind }) => say(KIND[kind]) },
              { title: say({ zh: '内容', en: 'What' }), cell: (change) => <What change={change} /> },
            ]}
          />
        )}
      </Shown>
      <More of={changes} />
    </>
  );
}

function What({ change: { joined = [], left = [], delegation } }: { readonly change: RosterChange }) {
  if (delegation) return `${delegation.from.personName} → ${delegation.to.personName}`;
  return [
    ...joined.map(({ personName }) => `+ ${personName}`),
    ...left.map(({ personName }) => `− ${personName}`),
  ].join(' ');
}
