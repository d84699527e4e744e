import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ListCalendars } from '../../../workflows/shared/calendar-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { useWhen } from '../parts/when.tsx';
import { LoadCalendarForm } from './load-calendar.tsx';

/** The published years, by which working days are counted; the next is loaded here when its notice is out. */
export function Component() {
  const say = useText();
  const when = useWhen();
  const calendars = useRoute(ListCalendars, {});
  const [corrected, setCorrected] = useState<number>();
  return (
    <>
      <PageTitle>{say({ zh: '节假日安排', en: 'Calendars' })}</PageTitle>
      <Shown of={calendars}>
        {({ items }) => (
          <>
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
                {
                  title: say({ zh: '变动的到期时间', en: 'Due dates moved' }),
                  cell: ({ calendar: { year }, loadedAt }) =>
                    loadedAt ? (
                      <Link to={`/office/calendars/${year}`}>
                        {say({ zh: '查看', en: 'See' })} <span className="unseen">{year}</span>
                      </Link>
                    ) : (
                      '—'
                    ),
                },
                {
                  title: say({ zh: '操作', en: 'Change' }),
                  cell: ({ calendar: { year } }) => (
                    <Button size="small" onClick={() => setCorrected(year)}>
                      {say({ zh: '更正', en: 'Correct' })} <span className="unseen">{year}</span>
                    </Button>
                  ),
                },
              ]}
            />
            {corrected !== undefined && (
              <p className="row">
                <Button onClick={() => setCorrected(undefined)}>
                  {say({ zh: '不更正，加载新年度', en: 'Load a new year instead' })}
                </Button>
              </p>
            )}
            <LoadCalendarForm
              key={corrected ?? 'new'}
              year={corrected ?? Math.max(...items.map(({ calendar }) => calendar.year)) + 1}
              corrects={items.find(({ calendar }) => calendar.year === corrected)}
            />
          </>
        )}
      </Shown>
    </>
  );
}
