import { ListDeskTasks } from '../../../workflows/shared/desk-routes.ts';
import { usePages } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { More } from '../parts/more.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { useChooser } from './chooser.ts';
import { DeskCounts } from './desk-counts.tsx';
import { DeskFilters } from './desk-filters.tsx';
import { DeskTable } from './desk-table.tsx';
import { useFilters } from './use-filters.ts';

/** What waits for the department, the next due first. */
export function Component() {
  const say = useText();
  const { filters, setFilter } = useFilters();
  const tasks = usePages(ListDeskTasks, { ...filters, limit: 50 });
  const { chooser, chosen } = useChooser();
  const selected = tasks.items.filter(({ taskId }) => chosen.has(taskId));
  return (
    <>
      <PageTitle>{say({ zh: '待办', en: 'Desk' })}</PageTitle>
      <DeskCounts />
      <DeskFilters filters={filters} onChange={setFilter} />
      <Shown of={tasks}>{() => <DeskTable tasks={tasks.items} chooser={chooser} />}</Shown>
      <More of={tasks} />
      {selected.length > 0 && <BulkBar tasks={selected} onDone={() => chooser.clear()} />}
    </>
  );
}
