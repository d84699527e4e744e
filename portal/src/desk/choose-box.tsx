import { Checkbox } from 'antd';
import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { useText } from '../language.tsx';
import { type Chooser, useIsChosen } from './chooser.ts';

interface Props {
  readonly task: DeskTaskSummary;
  readonly chooser: Chooser;
}

/** Chooses a task for an answer to many. */
export function ChooseBox({ task: { taskId, caseNumber, status }, chooser }: Props) {
  const say = useText();
  return (
    <Checkbox
      checked={useIsChosen(chooser, taskId)}
      disabled={status !== 'OPEN'}
      aria-label={say({ zh: '选择 {number}', en: 'Choose {number}' }, { number: caseNumber })}
      onChange={({ target }) => chooser.choose(taskId, target.checked)}
    />
  );
}
