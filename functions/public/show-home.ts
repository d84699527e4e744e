import { ShowHome } from '../../workflows/shared/public-routes.ts';
import { document, PAGE_HEADERS } from '../shared/page/document.ts';
import { type Html, html } from '../shared/page/html.ts';
import { route } from '../shared/route.ts';
import { services } from '../shared/services.ts';

/** Until the portal stands here: what this is, and where to go. */
export async function showHome() {
  return { body: document('两江新区工作流平台', HOME), headers: PAGE_HEADERS };
}

const place = (path: string, zh: string, en: string): Html =>
  html`<dt><a href="${path}">${zh}</a></dt><dd lang="en">${en}</dd>`;

const HOME = html`<header>
<p>两江新区</p>
<h1>工作流平台 <span lang="en">Workflow platform</span></h1>
</header>
<p>企业上市合规证明：一次申请，各部门同时核查，出具一份可核验的报告。</p>
<p lang="en">Listing compliance certificates: one application, every department at once, one report that anybody can verify.</p>
<dl>
${place('/verify', '核验报告', 'Verify a report by its number and code')}
${place('/v1/listing-certificates/catalogue', '领域与部门目录', 'Fields, departments and promised working days (JSON)')}
${place('/openapi.json', '接口说明', 'Description of the API (OpenAPI 3.1)')}
${place('/.well-known/jwks.json', '签名公钥', 'Public keys of the signatures')}
</dl>`;

export const handler = route(ShowHome, showHome, services);
