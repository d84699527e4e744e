import { Alert, Button } from 'antd';
import { useText } from '../language.tsx';
import { useSession } from '../session/use-session.ts';

export function SignInFailed() {
  const say = useText();
  const { signIn } = useSession();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say({ zh: '登录没有成功', en: 'The sign-in did not succeed' })}
      description={say({
        zh: '可能是登录页停留过久。请重新登录，未提交的内容仍保留在本机。',
        en: 'The sign-in page may have stood open too long. Sign in again; what was not sent is kept on this device.',
      })}
      action={<Button onClick={() => void signIn()}>{say({ zh: '重新登录', en: 'Sign in again' })}</Button>}
    />
  );
}
