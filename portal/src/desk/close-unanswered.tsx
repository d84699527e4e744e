import { type ReactNode, Suspense } from 'react';
import { CloseUnansweredTask } from '../../../workflows/shared/escalation-routes.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { Loading } from '../parts/loading.tsx';
import { ofProcedures } from '../parts/of-procedures.ts';
import { useFields } from '../parts/use-fields.ts';
import type { ChosenParts } from './parts-props.ts';
import type { OpenedTask } from './task-page.tsx';

const BOXES = ofProcedures(({ parts }) => parts);
const ALL: ChosenParts = { isWhole: true, partIds: [] };

interface Props {
  readonly task: OpenedTask;
  readonly reason: string;
  /** Where the reason is written. */
  readonly children: ReactNode;
  readonly onClosed: () => void;
}

/** 按未答复关闭: some parts of the question, or all that are open, which ends the task. */
export function CloseUnanswered({ task, reason, children, onClosed }: Props) {
  const say = useText();
  const { fields: chosen, set, discard } = useFields<ChosenParts>(`close.${task.taskId}`, ALL);
  const close = useAction(CloseUnansweredTask, () => {
    discard();
    onClosed();
  });
  const Boxes = BOXES[task.workflow];
  return (
    <ConfirmButton
      danger
      label={say({ zh: '按未答复关闭', en: 'Close unanswered' })}
      question={say({
        zh: '关闭的部分将写明“未出具”，其余照常办理；全部关闭则该待办结束。不能恢复。',
        en: 'What is closed is not certified, and the rest goes on; closing all of it ends the task. It cannot be undone.',
      })}
      pending={close.isPending}
      error={close.error}
      onConfirm={() =>
        close.mutateAsync({
          params: { taskId: task.taskId },
          version: task.version,
          body: { reason, ...(!chosen.isWhole && { partIds: [...chosen.partIds] }) },
        })
      }
    >
      {Boxes && (
        <Suspense fallback={<Loading />}>
          <Boxes question={task.question} chosen={chosen} onChoose={set} />
        </Suspense>
      )}
      {children}
    </ConfirmButton>
  );
}
