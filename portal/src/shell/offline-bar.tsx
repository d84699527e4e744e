import { onlineManager, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useText } from '../language.tsx';
import { useOnline } from '../parts/use-online.ts';

/** Without a connection one may read on and write on; this says so, and tries again by itself or when asked. */
export function OfflineBar() {
  const say = useText();
  const queries = useQueryClient();
  const isOnline = useOnline();
  const retry = useMutation({
    // What browsers know of the connection is a guess: an answer of the platform is more.
    mutationFn: () => fetch('/settings.json', { cache: 'no-store' }),
    onSuccess: async () => {
      onlineManager.setOnline(true);
      await queries.invalidateQueries();
    },
  });
  return (
    <div role="status">
      {!isOnline && (
        <section className="offline-bar">
          <b>{say({ zh: '网络已断开', en: 'You are offline' })}</b>
          <span>
            {say({
              zh: '已打开的内容仍可查看，正在填写的内容保留在本机；恢复连接后自动更新。',
              en: 'What is open can be read, and what you write is kept on this device. It goes on by itself once you are connected.',
            })}
          </span>
          <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>
            {say({ zh: '重试', en: 'Try again' })}
          </Button>
          {retry.isError && <span>{say({ zh: '仍未连接', en: 'Still no connection' })}</span>}
        </section>
      )}
    </div>
  );
}
