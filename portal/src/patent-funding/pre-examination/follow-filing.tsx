import { Button } from 'antd';
import { RecordGrant, ReportFiling } from '../../../../workflows/patent-funding/pre-examination/routes.ts';
import { ApiProblem } from '../../api/client.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { useWho } from '../../session/who.ts';

interface Props {
  readonly caseId: string;
}

const NEW = { number: '', filedOn: '' };

/** The number under which a passed filing was made. */
export function ReportFilingForm({ caseId }: Props) {
  const say = useText();
  const isApplicant = useWho().organisationKind === 'enterprise';
  const { fields, set, discard } = useFields(`filing.${caseId}`, NEW);
  const { number, filedOn } = fields;
  const report = useAction(ReportFiling, discard);
  const told = report.error instanceof ApiProblem ? (report.error.problem.faults ?? []) : [];
  const faultsAt = (at: string) => told.filter(({ pointer }) => pointer === at).map((fault) => say(fault));
  if (!isApplicant) return null;
  return (
    <fieldset>
      <legend>{say({ zh: '报送专利申请号', en: 'Report the filing' })}</legend>
      <div className="grid">
        <TextField
          label={say({ zh: '专利申请号', en: 'Application number' })}
          maxLength={32}
          value={number}
          faults={faultsAt('/number')}
          onChange={(value) => set({ number: value })}
        />
        <TextField
          label={say({ zh: '申请日', en: 'Filed on' })}
          type="date"
          value={filedOn}
          faults={faultsAt('/filedOn')}
          onChange={(value) => set({ filedOn: value })}
        />
      </div>
      {told.length === 0 && <ProblemAlert error={report.error} />}
      <p>
        <Button
          type="primary"
          loading={report.isPending}
          disabled={!number.trim() || !filedOn}
          onClick={() => report.mutate({ params: { caseId }, body: { number: number.trim(), filedOn } })}
        >
          {say({ zh: '报送', en: 'Report' })}
        </Button>
      </p>
    </fieldset>
  );
}

/** Asks the registry whether the filing was granted. */
export function AskRegistry({ caseId }: Props) {
  const say = useText();
  const isDepartment = useWho().organisationKind === 'department';
  const ask = useAction(RecordGrant);
  if (isDepartment) return null;
  return (
    <>
      <p className="row">
        <Button loading={ask.isPending} onClick={() => ask.mutate({ params: { caseId }, body: {} })}>
          {say({ zh: '查询是否已授权', en: 'Ask whether it was granted' })}
        </Button>
        <span role="status">
          {ask.data?.granted === false &&
            say({ zh: '登记信息显示尚未授权', en: 'The registry says: not yet' })}
        </span>
      </p>
      <ProblemAlert error={ask.error} />
    </>
  );
}
