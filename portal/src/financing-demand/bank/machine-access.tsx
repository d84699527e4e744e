import { useAuth } from 'react-oidc-context';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import type { RouteContract } from '../../../../workflows/shared/route-contract.ts';
import { useText } from '../../language.tsx';
import { useWho } from '../../session/who.ts';

const SCOPES: Readonly<Record<NonNullable<RouteContract['scope']>, Bilingual>> = {
  'deliveries:read': { zh: '拉取清单、查看需求', en: 'pull lists, read demands' },
  'deliveries:answer': { zh: '答复需求', en: 'answer demands' },
  'products:write': { zh: '维护产品目录', en: 'replace products' },
};

/** How a machine of the institution signs in. Its client and key are made, changed and revoked by the issuer, not by this platform. */
export function MachineAccess() {
  const say = useText();
  const { settings } = useAuth();
  const who = useWho();
  return (
    <section className="panel">
      <h2>{say({ zh: '系统对接（API）', en: 'API access' })}</h2>
      <p className="quiet">
        {say({
          zh: '机构的业务系统以 OAuth 2.0 客户端凭证登录。客户端编号与密钥由统一身份认证机构发放、更换和吊销，平台不保存。',
          en: 'A system of the institution signs in by client credentials (OAuth 2.0). The issuer of identities makes, changes and revokes them; the platform keeps none.',
        })}
      </p>
      <dl className="facts">
        <dt>{say({ zh: '身份认证地址', en: 'Issuer' })}</dt>
        <dd>
          <code>{settings.authority}</code>
        </dd>
        <dt>{say({ zh: '机构编号', en: 'Institution' })}</dt>
        <dd>
          <code>{who.organisationId}</code>
        </dd>
        <dt>{say({ zh: '可申请的权限', en: 'Scopes' })}</dt>
        <dd>
          {Object.entries(SCOPES).map(([scope, words]) => (
            <div key={scope}>
              <code>{scope}</code> {say(words)}
            </div>
          ))}
        </dd>
        <dt>{say({ zh: '接口说明', en: 'Description' })}</dt>
        <dd>
          <a href="/openapi.json">OpenAPI 3.1</a>
        </dd>
      </dl>
    </section>
  );
}
