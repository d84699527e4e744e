import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useText } from '../language.tsx';
import { Loading } from './loading.tsx';
import { NotFound } from './not-found.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { WithoutConnection } from './without-connection.tsx';

interface Read<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  refetch(): unknown;
}

/** What was read, or why it is not here: loading, not one's own, failed. */
export function Shown<T>({
  of,
  children,
}: {
  readonly of: Read<T>;
  readonly children: (data: T) => ReactNode;
}) {
  const say = useText();
  const { data, error, fetchStatus, refetch } = of;
  if (data !== undefined) {
    return (
      <>
        {error && (
          <Alert
            type="warning"
            showIcon
            title={say({
              zh: '未能更新，显示的是先前的内容',
              en: 'Not up to date: this is what was read before',
            })}
          />
        )}
        {children(data)}
      </>
    );
  }
  if (!error) return fetchStatus === 'paused' ? <WithoutConnection /> : <Loading />;
  if (error instanceof ApiProblem && [403, 404].includes(error.problem.status)) return <NotFound />;
  return (
    <ProblemAlert
      error={error}
      action={<Button onClick={() => void refetch()}>{say({ zh: '重试', en: 'Try again' })}</Button>}
    />
  );
}
