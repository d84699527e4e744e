import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { procedureOf } from '../../../workflows/shared/procedures.ts';
import { shaped } from '../../../workflows/shared/shape-faults.ts';
import { refusedForFaults } from '../../shared/errors.ts';
import { openQuestion } from '../view/open-question.ts';

/**
 * The answer that the choice gives to what is left of each task; places where there is no task stay empty. What is not open any
 * more is refused by itself, and need not be like the others.
 * @throws RefusedError 422 where they are not of one procedure and shape, twice the same, or the choice does not fit
 */
export function answersOf(tasks: readonly (DeskTask | undefined)[], choice: unknown): unknown[] {
  const first = tasks.find((task) => task?.status === 'OPEN');
  if (!first) return [];
  const { bulk } = procedureOf(first.workflow);
  if (!bulk?.takes(openQuestion(first)))
    throw refusedForFaults([{ pointer: '/tasks', code: 'no-bulk-decision', ...NO_BULK }]);
  const shape = (task: DeskTask) => bulk.shapeOf(openQuestion(task));
  const alike = (task: DeskTask) =>
    task.status !== 'OPEN' || (task.workflow === first.workflow && shape(task) === shape(first));
  const judged = shaped(bulk.choice, choice, '/choice');
  const faults: Fault[] = [
    ...tasks.flatMap((task, index) => {
      if (!task) return [];
      const pointer = `/tasks/${index}`;
      const isFirst = tasks.findIndex((one) => one?.taskId === task.taskId) === index;
      return [
        ...(isFirst ? [] : [{ pointer, code: 'task-duplicate', ...TWICE }]),
        ...(alike(task) ? [] : [{ pointer, code: 'task-not-alike', ...NOT_ALIKE }]),
      ];
    }),
    ...(judged.ok ? [] : judged.faults),
  ];
  if (faults.length > 0) throw refusedForFaults(faults);
  return tasks.map((task) => task && bulk.answerTo(openQuestion(task), choice));
}

const NO_BULK = { zh: '该事项不支持批量答复', en: 'Tasks of this procedure are answered one by one' };
const TWICE = { zh: '待办重复', en: 'This task is named twice' };
const NOT_ALIKE = {
  zh: '与第一项待办的事项或领域不同，不能一并答复',
  en: 'Not of the same procedure and fields as the first task',
};
