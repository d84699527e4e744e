import { ListCalendars } from '../../../workflows/shared/calendar-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';

/** The published years, by which working days are counted. */
export function Component() {
  const say = useText();
  const when = useWhen();
  const calendars = useRoute(ListCalendars, {});
  return (
    <>
      <PageTitle>{say({ zh: '节假日安排', en: 'Calendars' })}</PageTitle>
      <Shown of={calendars}>
        {({ items }) => (
          <DataTable
            caption={say({ zh: '节假日安排', en: 'Calendars' })}
            rows={items.toReversed()}
            rowKey={({ calendar }) => String(calendar.year)}
            empty=""
            columns={[
              { title: say({ zh: '年度', en: 'Year' }), cell: ({ calendar }) => calendar.year },
              { title: say({ zh: '来源', en: 'Source' }), cell: ({ calendar }) => calendar.source },
              {
                title: say({ zh: '放假（工作日）', en: 'Weekdays off' }),
                cell: ({ calendar }) => calendar.daysOff.length,
                numeric: true,
              },
              {
                title: say({ zh: '调休上班', en: 'Weekend days worked' }),
                cell: ({ calendar }) => calendar.makeUpWorkdays.length,
                numeric: true,
              },
              { title: say({ zh: '版本', en: 'Version' }), cell: ({ version }) => version, numeric: true },
              {
                title: say({ zh: '加载时间', en: 'Loaded' }),
                cell: ({ loadedAt }) =>
                  loadedAt ? when.time(loadedAt) : say({ zh: '随平台提供', en: 'With the platform' }),
              },
            ]}
          />
        )}
      </Shown>
    </>
  );
}
