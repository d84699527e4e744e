import { Button } from 'antd';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { useText } from '../language.tsx';
import { FaultSummary } from '../parts/fault-summary.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { AnswerFiles } from './answer-files.tsx';
import type { useDecision } from './use-decision.ts';

interface Props extends Pick<ReturnType<typeof useDecision>, 'files'> {
  readonly faults: readonly Fault[];
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly send: () => void;
  /** What the place of a fault is called. */
  readonly where?: (pointer: string) => string | undefined;
}

/** The end of every answer: its files, what is wrong with it, and the button. */
export function SendAnswer({ files, faults, error, isPending, send, where }: Props) {
  const say = useText();
  return (
    <>
      <AnswerFiles files={files} />
      <FaultSummary faults={faults} {...(where && { where })} />
      <ProblemAlert error={error} />
      <Button type="primary" size="large" loading={isPending} onClick={send}>
        {say({ zh: '提交答复', en: 'Send the answer' })}
      </Button>
    </>
  );
}
