import type { Account } from './accounts.ts';

/** The page on which one picks the demonstration account to go on with. */
export function accountPickerPage(accounts: readonly Account[]): string {
  const groups = Map.groupBy(accounts, ({ group }) => (group ? `${group.zh} · ${group.en}` : ''));
  const lists = [...groups].map(
    ([name, members]) =>
      `${name && `<h2>${escapeHtml(name)}</h2>`}<ul>${members.map(choice).join('\n')}</ul>`,
  );
  return page(
    '选择演示账号 · Choose a demonstration account',
    `<p><span lang="zh">本机演示环境，不需要密码；单位和人员均为虚构。</span> A demonstration on one machine: no password is needed, and nobody here is real.</p>
    <form method="post">${lists.join('\n')}</form>`,
  );
}

function choice({ username, label }: Account): string {
  return `<li><button name="username" value="${escapeHtml(username)}">
      <b lang="zh">${escapeHtml(label.zh)}</b> <span>${escapeHtml(label.en)}</span> <code>${escapeHtml(username)}</code></button></li>`;
}

export function errorPage(error: string, description: string | undefined): string {
  return page(
    '无法登录 · Sign-in failed',
    `<p><code>${escapeHtml(error)}</code> ${escapeHtml(description ?? '')}</p>`,
  );
}

/** Sends the provider's own logout form off at once: in a demonstration nobody needs to confirm. */
export function logoutPage(form: string): string {
  return page(
    '退出登录 · Sign out',
    `${form}<button form="op.logoutForm" name="logout" value="yes" autofocus>退出 · Sign out</button>`,
  );
}

export function signedOutPage(): string {
  return page('已退出登录 · Signed out', '');
}

const STYLE = `*{box-sizing:border-box}
body{font:16px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#f4f6f9}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
ul{list-style:none;padding:0;margin:0;display:grid;gap:.6rem;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr))}
li{display:grid}
button{font:inherit;width:100%;text-align:left;padding:.6rem 1rem;border:1px solid #848b98;border-radius:.5rem;background:#fff;color:inherit;cursor:pointer}
button b,button span{display:block}button span{color:#525a68;font-size:.875rem}code{color:#525a68;font-size:.8125rem}
button:hover,button:focus-visible{background:#e5effb;outline:2px solid #0b57b0}`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
