import { useState } from 'react';
import { useNavigate } from 'react-router';
import type * as z from 'zod';
import { DecideDeskTask } from '../../../workflows/shared/desk-routes.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { shaped } from '../../../workflows/shared/shape-faults.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import type { AnswerProps } from './answer-props.ts';

/** Judges an answer by the procedure's own rules, and sends it when it is right; then its draft is gone, and it is back to the desk. */
export function useAnswer<S extends z.ZodType>(
  task: AnswerProps['task'],
  schema: S,
  answer: unknown,
  faultsOf: (answer: z.output<S>) => readonly Fault[],
  discard: () => void,
) {
  const say = useText();
  const navigate = useNavigate();
  const [isChecked, setChecked] = useState(false);
  const decide = useAction(DecideDeskTask, () => {
    discard();
    void navigate('/desk');
  });
  const shape = shaped(schema, answer);
  const wrong = shape.ok ? faultsOf(shape.value) : shape.faults;
  const faults = isChecked ? wrong : [];
  return {
    faults,
    faultsAt: (pointer: string) => faults.filter((one) => one.pointer === pointer).map((one) => say(one)),
    error: decide.error,
    isPending: decide.isPending,
    send() {
      setChecked(true);
      if (wrong.length === 0)
        decide.mutate({ params: { taskId: task.taskId }, version: task.version, body: { answer } });
    },
  };
}
