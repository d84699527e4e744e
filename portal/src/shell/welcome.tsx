import { Button } from 'antd';
import { useText } from '../language.tsx';
import { PROCEDURES } from '../procedures.ts';
import { useSession } from '../session/use-session.ts';
import { SignInFailed } from './sign-in-failed.tsx';

/** The first page of whoever is not signed in. */
export function Welcome() {
  const say = useText();
  const { signIn, error } = useSession();
  const offered = Object.entries(PROCEDURES).flatMap(([name, { title, matter }]) =>
    matter ? [{ name, title, matter }] : [],
  );
  return (
    <>
      <section className="hero">
        <h1>
          {say({ zh: '一次申请，各部门同时办理', en: 'Apply once; every department works at the same time' })}
        </h1>
        <p>
          {say({
            zh: '企业上市合规证明等事项全程网办：进度可查、时限可见、结果可验。',
            en: 'File online, see where your case stands and when it is due, and get a result that anybody can verify.',
          })}
        </p>
        {error && <SignInFailed />}
        <p className="row">
          <Button type="primary" size="large" onClick={() => void signIn()}>
            {say({ zh: '登录办理', en: 'Sign in' })}
          </Button>
          <Button size="large" href="/verify">
            {say({ zh: '核验报告', en: 'Verify a report' })}
          </Button>
        </p>
      </section>
      <h2>{say({ zh: '可办事项', en: 'What you can file' })}</h2>
      <div className="cards">
        {offered.map(({ name, title, matter }) => (
          <section key={name} className="panel">
            <h3>{say(title)}</h3>
            <p>{say(matter.summary)}</p>
            <p className="quiet">{say(matter.promised)}</p>
          </section>
        ))}
      </div>
    </>
  );
}
