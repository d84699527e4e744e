import { Button } from 'antd';
import { Link } from 'react-router';
import { useLanguage, useText } from '../language.tsx';
import { useSession } from '../session/use-session.ts';
import { InboxLink } from './inbox-link.tsx';
import { Places } from './places.tsx';
import { PublicLinks } from './public-links.tsx';

export function Header() {
  const say = useText();
  const { actor, isLoading, signIn, signOut } = useSession();
  return (
    <header className="header">
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width="32" height="32" />
        <span>
          <b>{say({ zh: '两江新区', en: 'Liangjiang New Area' })}</b>
          <small>{say({ zh: '企业服务工作流平台', en: 'Workflow platform' })}</small>
        </span>
      </Link>
      {actor && (
        <nav aria-label={say({ zh: '主导航', en: 'Main' })}>
          <Places actor={actor} />
        </nav>
      )}
      {!actor && !isLoading && (
        <nav aria-label={say({ zh: '公共服务', en: 'For everybody' })}>
          <PublicLinks />
        </nav>
      )}
      <div className="header-end">
        <LanguageSwitch />
        {actor && <InboxLink />}
        {actor && (
          <span className="who">
            <b>{actor.organisationName}</b>
            <small>{actor.personName}</small>
          </span>
        )}
        {!isLoading && (
          <Button type={actor ? 'text' : 'primary'} onClick={() => void (actor ? signOut() : signIn())}>
            {actor ? say({ zh: '退出', en: 'Sign out' }) : say({ zh: '登录', en: 'Sign in' })}
          </Button>
        )}
      </div>
    </header>
  );
}

/** Shows the other language, in its own words. */
function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other =
    language === 'zh' ? ({ code: 'en', name: 'English' } as const) : ({ code: 'zh', name: '中文' } as const);
  return (
    <Button type="text" lang={other.code} onClick={() => choose(other.code)}>
      {other.name}
    </Button>
  );
}
