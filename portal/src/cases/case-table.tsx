import { Link } from 'react-router';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import { useText } from '../language.tsx';
import { CaseStatusTag } from '../parts/case-status.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { useWhen } from '../parts/when.tsx';
import { titleOf } from '../procedures.ts';

interface Props {
  readonly items: readonly CaseSummary[];
  /** Whose case it is, where that is not always the same. */
  readonly withApplicant?: boolean;
}

export function CaseTable({ items, withApplicant }: Props) {
  const say = useText();
  const when = useWhen();
  return (
    <DataTable
      caption={say({ zh: '办件', en: 'Cases' })}
      rows={items}
      rowKey={({ caseId }) => caseId}
      empty={say(
        withApplicant
          ? { zh: '没有办件', en: 'No case' }
          : {
              zh: '还没有办件。在“办事”中选择事项即可申请。',
              en: 'No case yet. Choose what to file among the matters.',
            },
      )}
      columns={[
        {
          title: say({ zh: '办件编号', en: 'Case' }),
          cell: ({ caseId, caseNumber }) => <Link to={`/cases/${caseId}`}>{caseNumber}</Link>,
        },
        { title: say({ zh: '事项', en: 'Matter' }), cell: ({ workflow }) => say(titleOf(workflow)) },
        ...(withApplicant
          ? [
              {
                title: say({ zh: '企业', en: 'Enterprise' }),
                cell: ({ applicant }: CaseSummary) => applicant.name,
              },
            ]
          : []),
        { title: say({ zh: '状态', en: 'Status' }), cell: ({ status }) => <CaseStatusTag status={status} /> },
        {
          title: say({ zh: '提交时间', en: 'Submitted' }),
          cell: ({ submittedAt }) => when.time(submittedAt),
        },
        { title: say({ zh: '结果编号', en: 'Result' }), cell: ({ resultNumber }) => resultNumber ?? '—' },
      ]}
    />
  );
}
