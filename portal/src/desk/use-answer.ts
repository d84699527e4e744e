import { useState } from 'react';
import type * as z from 'zod';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { shaped } from '../../../workflows/shared/shape-faults.ts';
import { useText } from '../language.tsx';
import type { AnswerProps } from './answer-props.ts';
import { useDecision } from './use-decision.ts';

/** Judges an answer by the procedure's own rules, and sends it with its files when it is right. */
export function useAnswer<S extends z.ZodType>(
  task: AnswerProps['task'],
  schema: S,
  answer: unknown,
  faultsOf: (answer: z.output<S>) => readonly Fault[],
  discard: () => void,
) {
  const say = useText();
  const [isChecked, setChecked] = useState(false);
  const { send, ...decision } = useDecision(task, discard);
  const shape = shaped(schema, answer);
  const wrong = shape.ok ? faultsOf(shape.value) : shape.faults;
  const faults = isChecked ? wrong : [];
  return {
    ...decision,
    faults,
    faultsAt: (pointer: string) => faults.filter((one) => one.pointer === pointer).map((one) => say(one)),
    send() {
      setChecked(true);
      if (wrong.length === 0) send(answer);
    },
  };
}
