import { Outlet, ScrollRestoration } from 'react-router';
import { useText } from '../language.tsx';
import { ClockBar } from './clock-bar.tsx';
import { Header } from './header.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { PublicLinks } from './public-links.tsx';

/** The frame of every page. */
export function Shell() {
  const say = useText();
  return (
    <>
      <a className="skip" href="#main">
        {say({ zh: '跳到正文', en: 'Skip to content' })}
      </a>
      <ClockBar />
      <Header />
      <OfflineBar />
      <main id="main" className="page" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="footer">
        <span>
          {say({
            zh: '重庆两江新区企业服务工作流平台',
            en: 'Workflow platform of Liangjiang New Area, Chongqing',
          })}
        </span>
        <PublicLinks />
        <a href="/openapi.json">{say({ zh: '接口说明', en: 'API description' })}</a>
      </footer>
      <ScrollRestoration />
    </>
  );
}
