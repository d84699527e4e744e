import { Alert, Button, Input } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { AnswerSupplement, ReadSupplement } from '../../../workflows/shared/supplement-routes.ts';
import type { Output } from '../api/client.ts';
import { useAction, useRoute } from '../api/use-route.ts';
import { listed, useText } from '../language.tsx';
import { Due } from '../parts/due.tsx';
import { Field } from '../parts/field.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Shown } from '../parts/shown.tsx';
import { Upload } from '../parts/upload.tsx';
import { useDepartments } from '../parts/use-departments.ts';
import { useDraft } from '../parts/use-draft.ts';
import { usePartNames } from '../parts/use-part-names.ts';
import { AskedItems } from './asked-items.tsx';
import { emptyMessage, isMessage, type Message } from './message.ts';
import { NamedFiles } from './named-files.tsx';

type Asked = Output<typeof ReadSupplement>;

/** What a department asks for before it can answer, and the enterprise's answer. */
export function Component() {
  const { supplementId = '' } = useParams();
  const asked = useRoute(ReadSupplement, { params: { supplementId } });
  return <Shown of={asked}>{(data) => <SupplementPage asked={data} />}</Shown>;
}

function SupplementPage({ asked }: { readonly asked: Asked }) {
  const say = useText();
  const name = useDepartments();
  const partName = usePartNames();
  const department = say(name(asked.departmentId));
  return (
    <>
      <PageTitle>
        {say({ zh: '{department}要求补正', en: '{department} asks for a supplement' }, { department })}
      </PageTitle>
      <p className="row">
        <Link to={`/cases/${asked.caseId}`}>{asked.caseNumber}</Link>
        <span className="quiet">{say({ zh: '到期', en: 'Due' })}</span>
        <Due at={asked.dueAt} provisional={asked.dueProvisional} over={asked.status !== 'OPEN'} />
      </p>
      <section className="panel">
        <h2>{say({ zh: '需要补正的内容', en: 'What is missing' })}</h2>
        <AskedItems asked={asked} />
        <p className="quiet">
          {say({ zh: '逾期未补正将不予办理的内容：', en: 'Not answered in time, this is closed: ' })}
          {listed(asked.partIds.map(partName), say)}
        </p>
      </section>
      {asked.status === 'OPEN' ? <AnswerForm asked={asked} /> : <Answered asked={asked} />}
    </>
  );
}

function Answered({ asked }: { readonly asked: Asked }) {
  const say = useText();
  const words = {
    ANSWERED: { zh: '已补正，部门恢复办理', en: 'Answered; the department goes on' },
    LAPSED: {
      zh: '逾期未补正，相关领域将不予出具',
      en: 'The time is over; the fields concerned are not certified',
    },
    CLOSED: { zh: '已关闭', en: 'Closed' },
    OPEN: { zh: '待补正', en: 'Open' },
  } as const;
  return (
    <Alert
      type="info"
      showIcon
      title={say(words[asked.status])}
      description={
        asked.answer && (
          <>
            <p className="as-written">{asked.answer.text}</p>
            <NamedFiles caseId={asked.caseId} attachmentIds={asked.answer.attachmentIds} />
          </>
        )
      }
    />
  );
}

function AnswerForm({ asked }: { readonly asked: Asked }) {
  const say = useText();
  const navigate = useNavigate();
  const { draft, change, discard } = useDraft<Message>(
    `supplement.${asked.supplementId}`,
    emptyMessage,
    isMessage,
  );
  const answer = useAction(AnswerSupplement, () => {
    discard();
    void navigate(`/cases/${asked.caseId}`);
  });
  return (
    <section className="panel">
      <h2>{say({ zh: '您的补正', en: 'Your answer' })}</h2>
      <Field label={say({ zh: '说明', en: 'Text' })}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={5}
            maxLength={5000}
            value={draft.text}
            onChange={({ target }) => change((before) => ({ ...before, text: target.value }))}
          />
        )}
      </Field>
      <Upload
        form={`supplement.${asked.supplementId}`}
        label={say({ zh: '选择附件', en: 'Choose files' })}
        files={draft.files}
        onChange={(next) => change((before) => ({ ...before, files: [...next(before.files)] }))}
      />
      <ProblemAlert error={answer.error} />
      <Button
        type="primary"
        loading={answer.isPending}
        disabled={draft.text.trim() === ''}
        onClick={() =>
          answer.mutate({
            params: { supplementId: asked.supplementId },
            version: asked.version,
            body: { text: draft.text, attachmentIds: draft.files.map(({ attachmentId }) => attachmentId) },
          })
        }
      >
        {say({ zh: '提交补正', en: 'Send the supplement' })}
      </Button>
    </section>
  );
}
