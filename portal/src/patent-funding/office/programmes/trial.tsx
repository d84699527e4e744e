import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ProgrammeVersion } from '../../../../../workflows/patent-funding/programmes/record.ts';
import {
  CheckProgramme,
  type ProgrammeCheck,
} from '../../../../../workflows/patent-funding/programmes/routes.ts';
import { localDateOf } from '../../../../../workflows/shared/working-days.ts';
import { useAction } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { yuan } from '../../../parts/money.ts';
import { Numbers } from '../../../parts/numbers.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useNow } from '../../../parts/use-now.ts';

interface Props {
  readonly programmeId: string;
  readonly versions: readonly ProgrammeVersion[];
}

/** What a version, draft or published, would have granted to the applications of a month. Nothing is changed by it. */
export function Trial({ programmeId, versions }: Props) {
  const say = useText();
  const present = localDateOf(useNow()).slice(0, 7);
  const [version, setVersion] = useState(versions.at(-1)?.programme.version ?? '');
  const [month, setMonth] = useState(present);
  const check = useAction(CheckProgramme);
  return (
    <section className="panel">
      <h2>{say({ zh: '以往申请试算', en: 'Try it on past applications' })}</h2>
      <div className="grid">
        <SelectField
          optional
          label={say({ zh: '试算版本', en: 'Version' })}
          value={version}
          options={versions.map(({ programme }) => ({ value: programme.version, label: programme.version }))}
          onChange={setVersion}
        />
        <TextField
          optional
          type="month"
          label={say({ zh: '申请月份', en: 'Applications of' })}
          value={month}
          onChange={setMonth}
        />
      </div>
      <Button
        loading={check.isPending}
        disabled={month === ''}
        onClick={() => check.mutate({ params: { programmeId, version }, body: { month } })}
      >
        {say({ zh: '试算', en: 'Try it' })}
      </Button>
      <ProblemAlert error={check.error} />
      <div role="status">{check.data && <Tried result={check.data} />}</div>
    </section>
  );
}

function Tried({ result }: { readonly result: ProgrammeCheck }) {
  const say = useText();
  return (
    <>
      <h3 className="spaced-above spaced">{say({ zh: '试算结果', en: 'What it came to' })}</h3>
      <Numbers
        of={[
          { label: say({ zh: '实际资助（元）', en: 'Granted (yuan)' }), value: yuan(result.grantedFen) },
          {
            label: say({ zh: '试算资助（元）', en: 'Would grant (yuan)' }),
            value: yuan(result.wouldGrantFen),
          },
        ]}
      />
      {!result.complete && (
        <Alert
          type="warning"
          showIcon
          title={say({
            zh: '该月申请过多，只试算了一部分',
            en: 'The month has more applications than are tried at once',
          })}
        />
      )}
      <DataTable
        caption={say({ zh: '试算结果', en: 'What it came to' })}
        rows={result.items}
        rowKey={({ caseId }) => caseId}
        empty={say({ zh: '该月没有此项目的申请', en: 'No application to this programme in that month' })}
        columns={[
          {
            title: say({ zh: '办件', en: 'Case' }),
            cell: ({ caseId, caseNumber }) => <Link to={`/cases/${caseId}`}>{caseNumber}</Link>,
          },
          { title: say({ zh: '企业', en: 'Enterprise' }), cell: ({ applicant }) => applicant.name },
          {
            title: say({ zh: '符合/申报（件）', en: 'Pass / applied' }),
            numeric: true,
            cell: ({ wouldPass, patents }) => `${wouldPass} / ${patents}`,
          },
          {
            title: say({ zh: '实际资助（元）', en: 'Granted (yuan)' }),
            numeric: true,
            cell: ({ grantedFen }) => yuan(grantedFen),
          },
          {
            title: say({ zh: '试算资助（元）', en: 'Would grant (yuan)' }),
            numeric: true,
            cell: ({ wouldGrantFen }) => yuan(wouldGrantFen),
          },
        ]}
      />
    </>
  );
}
