import { useState } from 'react';
import { Link } from 'react-router';
import { ListCases } from '../../../../workflows/shared/case-routes.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import { usePages } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { More } from '../../parts/more.tsx';
import { Shown } from '../../parts/shown.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWhen } from '../../parts/when.tsx';
import { titleOf } from '../../procedures.ts';

/** The cases of a month, each leading to its entries. */
export function CaseChooser() {
  const say = useText();
  const when = useWhen();
  const present = localDateOf(useNow()).slice(0, 7);
  const [month, setMonth] = useState<string>();
  const cases = usePages(ListCases, { month: month ?? present, limit: 10 });
  return (
    <section className="panel">
      <h2>{say({ zh: '按办件查看', en: 'By case' })}</h2>
      <TextField
        optional
        type="month"
        label={say({ zh: '提交月份', en: 'Month of submission' })}
        value={month ?? present}
        onChange={setMonth}
      />
      <Shown of={cases}>
        {() => (
          <DataTable
            caption={say({ zh: '办件', en: 'Cases' })}
            rows={cases.items}
            rowKey={({ caseId }) => caseId}
            empty={say({ zh: '这个月没有办件', en: 'No case in this month' })}
            columns={[
              {
                title: say({ zh: '办件', en: 'Case' }),
                cell: ({ caseId, caseNumber }) => <Link to={`/office/audit/${caseId}`}>{caseNumber}</Link>,
              },
              { title: say({ zh: '事项', en: 'Matter' }), cell: ({ workflow }) => say(titleOf(workflow)) },
              { title: say({ zh: '企业', en: 'Enterprise' }), cell: ({ applicant }) => applicant.name },
              {
                title: say({ zh: '提交', en: 'Submitted' }),
                cell: ({ submittedAt }) => when.time(submittedAt),
              },
            ]}
          />
        )}
      </Shown>
      <More of={cases} />
    </section>
  );
}
