import type { Account } from './accounts.ts';

/** The page on which one picks the demonstration account to go on with. */
export function accountPickerPage(accounts: readonly Account[]): string {
  const rows = accounts.map(
    ({ username, label }) => `<li><button name="username" value="${escapeHtml(username)}">
      <b lang="zh">${escapeHtml(label.zh)}</b> <span>${escapeHtml(label.en)}</span> <code>${escapeHtml(username)}</code></button></li>`,
  );
  return page(
    '选择演示账号 · Choose a demonstration account',
    `<p><span lang="zh">本机演示环境，不需要密码。</span> This is a demonstration on one machine; no password is needed.</p>
    <form method="post"><ul>${rows.join('\n')}</ul></form>`,
  );
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

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
ul{list-style:none;padding:0}li{margin:.5rem 0}
button{font:inherit;width:100%;text-align:left;padding:.7rem 1rem;border:1px solid #767676;border-radius:.4rem;background:#fff;cursor:pointer}
button:hover,button:focus-visible{background:#eef4ff;outline:2px solid #1a56db}code{float:right;color:#595959}`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
