import { Alert, Button } from 'antd';
import { OpenRecovery } from '../../../../workflows/patent-funding/recovery/routes.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';

const NEW = { numbers: '', documentNumber: '', reason: '' };

/** 追回: after the payment, what was paid for filings found abnormal is asked back. A case of its own. */
export function OpenRecoveryPanel({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const { fields, set, discard } = useFields(`recovery.${caseId}`, NEW);
  const { numbers, documentNumber, reason } = fields;
  const open = useAction(OpenRecovery, discard);
  const listed = numbers.split(/[\s,，;；、]+/).filter(Boolean);
  return (
    <details className="panel">
      <summary>
        {say({ zh: '启动追回（认定为非正常申请）', en: 'Ask back what was paid (abnormal filings)' })}
      </summary>
      <TextField
        label={say({ zh: '专利号，每行一件', en: 'Numbers of the patents, one on each line' })}
        rows={3}
        value={numbers}
        onChange={(value) => set({ numbers: value })}
      />
      <TextField
        label={say({ zh: '认定文书号', en: 'Number of the decision' })}
        maxLength={100}
        value={documentNumber}
        onChange={(value) => set({ documentNumber: value })}
      />
      <TextField
        label={say({ zh: '追回理由（申请企业可见）', en: 'Reason, which the applicant reads' })}
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={(value) => set({ reason: value })}
      />
      <ProblemAlert error={open.error} />
      {open.data && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={say({ zh: '已启动追回 {n}', en: '{n} asks it back' }, { n: open.data.caseNumber })}
        />
      )}
      <Button
        danger
        loading={open.isPending}
        disabled={listed.length === 0 || !documentNumber.trim() || !reason.trim()}
        onClick={() => open.mutate({ params: { caseId }, body: { numbers: listed, documentNumber, reason } })}
      >
        {say({ zh: '启动追回', en: 'Ask it back' })}
      </Button>
    </details>
  );
}
