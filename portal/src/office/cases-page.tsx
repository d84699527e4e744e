import { Input } from 'antd';
import { useSearchParams } from 'react-router';
import { ListCases } from '../../../workflows/shared/case-routes.ts';
import { usePages } from '../api/use-route.ts';
import { CaseTable } from '../cases/case-table.tsx';
import { useText } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { More } from '../parts/more.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';

/** All cases of a month, the newest first. */
export function Component() {
  const say = useText();
  const [search, setSearch] = useSearchParams();
  const month = search.get('month') ?? undefined;
  const cases = usePages(ListCases, { month });
  return (
    <>
      <PageTitle>{say({ zh: '办件', en: 'Cases' })}</PageTitle>
      <div className="grid filters">
        <Field
          label={say({ zh: '提交月份（默认本月）', en: 'Month of submission (this month unless told)' })}
          optional
        >
          {(control) => (
            <Input
              {...control}
              type="month"
              value={month ?? ''}
              onChange={({ target }) =>
                setSearch(target.value ? { month: target.value } : {}, { replace: true })
              }
            />
          )}
        </Field>
      </div>
      <Shown of={cases}>{() => <CaseTable items={cases.items} withApplicant />}</Shown>
      <More of={cases} />
    </>
  );
}
