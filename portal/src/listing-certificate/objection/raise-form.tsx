import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ObjectionSubmission } from '../../../../workflows/listing-certificate/objection/contract.ts';
import { RaiseObjection } from '../../../../workflows/listing-certificate/objection/routes.ts';
import { shaped } from '../../../../workflows/shared/shape-faults.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { Upload } from '../../parts/upload.tsx';
import { useDepartments } from '../../parts/use-departments.ts';
import { useDraft } from '../../parts/use-draft.ts';
import type { RecordedCell, Report } from '../report/report.ts';
import { CellDispute } from './cell-dispute.tsx';
import { disputedCells, isObjectionDraft, newObjection, type ObjectionDraft, objectionOf } from './draft.ts';

interface Props {
  readonly caseId: string;
  readonly report: Report;
  readonly cells: readonly RecordedCell[];
}

/** One objection concerns the records of one department, so that no decision waits for another's. */
export function RaiseForm({ caseId, report, cells }: Props) {
  const say = useText();
  const name = useDepartments();
  const navigate = useNavigate();
  const kept = useDraft<ObjectionDraft>(`objection.${report.number}`, newObjection, isObjectionDraft);
  const { draft, change, discard } = kept;
  const departments = [...new Set(cells.map(({ departmentId }) => departmentId))];
  const begun = disputedCells(cells, draft)[0]?.departmentId;
  const [departmentId, setDepartment] = useState(begun ?? departments[0] ?? '');
  const [isChecked, setChecked] = useState(false);
  const raise = useAction(RaiseObjection, (objection) => {
    discard();
    void navigate(`/cases/${objection.caseId}`);
  });
  const own = cells.filter((cell) => cell.departmentId === departmentId);
  const body = objectionOf(report.number, own, draft);
  const shape = shaped(ObjectionSubmission, body);
  const faultsOf = (cell: RecordedCell): string[] => {
    const at = `/cells/${disputedCells(own, draft).indexOf(cell)}/reason`;
    const faults = isChecked && !shape.ok ? shape.faults : [];
    return faults.filter(({ pointer }) => pointer === at).map((fault) => say(fault));
  };
  function send() {
    setChecked(true);
    if (shape.ok) raise.mutate({ params: { caseId }, body });
  }
  return (
    <>
      <p className="quiet">
        {say(
          {
            zh: '报告 {number}。选择有异议的记录并逐项说明理由，由作出记录的部门复核；异议处理期间报告仍然有效，并公开标注“异议处理中”。',
            en: 'Report {number}. Choose the records you dispute and say why; the department that made them looks again. Meanwhile the report stays valid and is marked as under objection.',
          },
          { number: report.number },
        )}
      </p>
      <section className="panel">
        <SelectField
          label={say({
            zh: '作出记录的部门（一件异议只涉及一个部门）',
            en: 'Department (one for each objection)',
          })}
          value={departmentId}
          onChange={setDepartment}
          options={departments.map((id) => ({ value: id, label: say(name(id)) }))}
        />
        {own.map((cell) => (
          <CellDispute
            key={cell.key}
            cell={cell}
            fieldName={say(report.fields.find(({ id }) => id === cell.fieldId)?.name ?? { zh: '', en: '' })}
            dispute={draft.cells[cell.key] ?? { documentNumbers: [], reason: '' }}
            faults={faultsOf(cell)}
            onChange={(dispute) =>
              change((before) => ({ ...before, cells: { ...before.cells, [cell.key]: dispute } }))
            }
          />
        ))}
        <Upload
          form={`objection.${report.number}`}
          label={say({ zh: '选择证明材料（可选）', en: 'Choose evidence (optional)' })}
          files={draft.files}
          onChange={(next) => change((before) => ({ ...before, files: [...next(before.files)] }))}
        />
      </section>
      <ProblemAlert error={raise.error} />
      <div className="bar">
        <Button type="primary" loading={raise.isPending} disabled={body.cells.length === 0} onClick={send}>
          {say({ zh: '提交异议', en: 'Send the objection' })}
        </Button>
        <DraftState isKept={kept.isKept} discard={discard} />
      </div>
    </>
  );
}
