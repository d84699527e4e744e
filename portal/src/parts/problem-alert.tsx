import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useText } from '../language.tsx';

interface Props {
  readonly error: Error | null;
  readonly action?: ReactNode;
}

/** Why a request was refused, with every fault it names; read out when it appears. */
export function ProblemAlert({ error, action }: Props) {
  const say = useText();
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  const title = problem ? say(problem) : say({ zh: '出现了意外错误', en: 'Something went wrong' });
  const faults = problem?.faults ?? [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      action={action}
      description={
        faults.length > 0 && (
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.pointer} ${fault.code}`}>{say(fault)}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
