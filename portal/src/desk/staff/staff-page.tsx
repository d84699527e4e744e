import { DESK_LEAD } from '../../../../workflows/shared/desk-roster.ts';
import { ReadStaff } from '../../../../workflows/shared/desk-staff-routes.ts';
import type { Output } from '../../api/client.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useWho } from '../../session/who.ts';
import { Delegate } from './delegate.tsx';
import { Delegations } from './delegations.tsx';
import { OfficerTable } from './officer-table.tsx';
import { OfficersEditor } from './officers-editor.tsx';
import { StaffChanges } from './staff-changes.tsx';

export type Staff = Output<typeof ReadStaff>;

/** The officers of the department, and who acts for whom. Its lead keeps the list. */
export function Component() {
  const say = useText();
  const isLead = useWho().roles.includes(DESK_LEAD);
  const staff = useRoute(ReadStaff, {});
  return (
    <>
      <PageTitle>{say({ zh: '人员与委托', en: 'Staff and delegations' })}</PageTitle>
      <Shown of={staff}>
        {(data) => (
          <>
            <h2>{say({ zh: '委托代办', en: 'Who acts for whom' })}</h2>
            <Delegations staff={data} isLead={isLead} />
            <Delegate staff={data} isLead={isLead} />
            <h2>{say({ zh: '经办人', en: 'Officers' })}</h2>
            <p className="quiet">
              {say({
                zh: '待办可以指派、委托给名单上的经办人。部门负责人由统一身份认证系统指定。',
                en: 'Tasks are assigned and delegated to those on the list. Who leads the department, the identity provider says.',
              })}
            </p>
            {isLead ? <OfficersEditor staff={data} /> : <OfficerTable officers={data.officers} />}
            {isLead && <StaffChanges />}
          </>
        )}
      </Shown>
    </>
  );
}
