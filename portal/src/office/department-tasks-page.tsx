import { ListDeskTasks } from '../../../workflows/shared/desk-routes.ts';
import { usePages } from '../api/use-route.ts';
import { DeskCounts } from '../desk/desk-counts.tsx';
import { DeskFilters } from '../desk/desk-filters.tsx';
import { DeskTable } from '../desk/desk-table.tsx';
import { type Filters, useFilters } from '../desk/use-filters.ts';
import { useText } from '../language.tsx';
import { More } from '../parts/more.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { SUPERVISION_PLACES } from '../shell/nav.ts';
import { SubNav } from '../shell/sub-nav.tsx';
import { DepartmentFilter } from './department-filter.tsx';

/** The desk of any department as the office sees it; a case is found by its number in all of them. */
export function Component() {
  const say = useText();
  const { filters, setFilter } = useFilters();
  const { department = '', caseNumber } = filters;
  return (
    <>
      <PageTitle>{say({ zh: '部门待办', en: 'Desks of departments' })}</PageTitle>
      <SubNav label={say({ zh: '督办', en: 'Supervision' })} places={SUPERVISION_PLACES} />
      {department && <DeskCounts department={department} />}
      <DeskFilters filters={filters} onChange={setFilter}>
        <DepartmentFilter value={department} onChange={(chosen) => setFilter('department', chosen)} />
      </DeskFilters>
      {department || caseNumber ? (
        <Tasks filters={filters} />
      ) : (
        <p className="quiet">
          {say({
            zh: '请选择部门，或填写办件编号。',
            en: 'Choose a department, or tell the number of a case.',
          })}
        </p>
      )}
    </>
  );
}

function Tasks({ filters }: { readonly filters: Filters }) {
  const tasks = usePages(ListDeskTasks, { ...filters, limit: 50 });
  return (
    <>
      <Shown of={tasks}>{() => <DeskTable tasks={tasks.items} />}</Shown>
      <More of={tasks} />
    </>
  );
}
