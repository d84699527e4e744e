import { Alert, Button } from 'antd';
import { Suspense } from 'react';
import { DecideManyTasks } from '../../../workflows/shared/desk-routes.ts';
import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { ofProcedures } from '../parts/of-procedures.ts';
import { PROCEDURES } from '../procedures.ts';

interface Props {
  readonly tasks: readonly DeskTaskSummary[];
  readonly onDone: () => void;
}

const FORMS = ofProcedures(({ bulkForm }) => bulkForm?.form);

/** One answer for many like tasks. Each is judged by itself: what was refused stays chosen no more and says why. */
export function BulkBar({ tasks, onDone }: Props) {
  const say = useText();
  const decide = useAction(DecideManyTasks);
  const [workflow = '', other] = [...new Set(tasks.map((task) => task.workflow))];
  const { bulk = [], bulkForm } = (other === undefined && PROCEDURES[workflow]) || {};
  const Form = bulkForm && tasks.every(bulkForm.takes) ? FORMS[workflow] : undefined;
  const refused = decide.data?.results.filter(({ outcome }) => outcome === 'refused') ?? [];
  const given = {
    name: tasks.map(({ taskId }) => taskId).join('.'),
    pending: decide.isPending,
    error: decide.error,
    decide: (choice: object) =>
      decide.mutateAsync({
        body: { tasks: tasks.map(({ taskId, version }) => ({ taskId, version })), choice },
      }),
  };
  return (
    <section className="bar" aria-label={say({ zh: '批量答复', en: 'Answer many' })}>
      <b>{say({ zh: '已选 {n} 件', en: '{n} chosen' }, { n: tasks.length })}</b>
      <span className="row">
        {bulk.map(({ choice, label }) => (
          <ConfirmButton
            key={label.en}
            label={say(label)}
            question={say(
              {
                zh: '将以“{answer}”答复所选 {n} 件，答复后不能修改。',
                en: 'Answers the {n} chosen tasks “{answer}”. It cannot be changed afterwards.',
              },
              { answer: say(label), n: tasks.length },
            )}
            pending={given.pending}
            error={given.error}
            onConfirm={() => given.decide(choice)}
          />
        ))}
        {Form && (
          <Suspense>
            <Form count={tasks.length} {...given} />
          </Suspense>
        )}
        {bulk.length === 0 &&
          !Form &&
          say({ zh: '所选待办不能批量答复', en: 'These cannot be answered together' })}
        <Button onClick={onDone}>{say({ zh: '取消选择', en: 'Choose none' })}</Button>
      </span>
      {refused.length > 0 && (
        <Alert
          type="warning"
          role="alert"
          title={say({ zh: '{n} 件未能答复', en: '{n} were not answered' }, { n: refused.length })}
          description={refused.map((one) => 'problem' in one && <p key={one.taskId}>{say(one.problem)}</p>)}
        />
      )}
    </section>
  );
}
