import { Button } from 'antd';
import { useText } from '../language.tsx';
import { useOnline } from '../parts/use-online.ts';

/** A page of ours broke, its files are those of an older deployment, or there was no connection to load them. */
export function Crash() {
  const say = useText();
  const isOnline = useOnline();
  return (
    <main className="page">
      <section className="notice">
        <h1>{say({ zh: '页面没有正常打开', en: 'This page did not open as it should' })}</h1>
        <p>
          {isOnline
            ? say({
                zh: '平台可能刚刚更新。重新载入即可继续，未提交的内容仍保留在本机。',
                en: 'The portal may just have been updated. Load it again; what was not sent is kept on this device.',
              })
            : say({
                zh: '网络已断开。恢复连接后请重新载入，未提交的内容仍保留在本机。',
                en: 'You are offline. Load it again once you are connected; what was not sent is kept on this device.',
              })}
        </p>
        <Button type="primary" onClick={() => location.reload()}>
          {say({ zh: '重新载入', en: 'Load again' })}
        </Button>
      </section>
    </main>
  );
}
