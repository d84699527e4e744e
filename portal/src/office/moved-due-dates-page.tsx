import { Link, useParams } from 'react-router';
import { useText } from '../language.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { MovedCount } from './moved-count.tsx';
import { MovedTable } from './moved-table.tsx';

/** Which due dates the calendar of a year moved. */
export function Component() {
  const say = useText();
  const { year = '' } = useParams();
  return (
    <>
      <PageTitle>
        {say({ zh: '{year} 年：变动的到期时间', en: 'Due dates that {year} moved' }, { year })}
      </PageTitle>
      <p>
        <Link to="/office/calendars">{say({ zh: '返回节假日安排', en: 'Back to the calendars' })}</Link>
      </p>
      <MovedCount year={Number(year)}>
        <MovedTable year={Number(year)} />
      </MovedCount>
    </>
  );
}
