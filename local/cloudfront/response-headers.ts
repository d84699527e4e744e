import type { Assembly } from '../template/assembly.ts';
import { type Behavior, responseHeadersPolicy } from '../template/resources/cloudfront.ts';

/** The headers that a behaviour's policy sets. */
export function headersOf(
  assembly: Assembly,
  { ResponseHeadersPolicyId: id }: Behavior,
): Readonly<Record<string, string>> {
  if (id === undefined) return {};
  const policy = assembly.of(responseHeadersPolicy).find(({ ref }) => ref === id);
  if (!policy)
    throw new Error(`there is no response headers policy ${id}: only those of the templates are known`);
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
    policy.properties.ResponseHeadersPolicyConfig;
  const transport = security?.StrictTransportSecurity;
  const age = transport && `max-age=${transport.AccessControlMaxAgeSec}`;
  const headers: Record<string, string | undefined> = {
    'content-security-policy': security?.ContentSecurityPolicy?.ContentSecurityPolicy,
    'x-content-type-options': security?.ContentTypeOptions && 'nosniff',
    'x-frame-options': security?.FrameOptions?.FrameOption,
    'referrer-policy': security?.ReferrerPolicy?.ReferrerPolicy,
    'strict-transport-security': transport?.IncludeSubdomains ? `${age}; includeSubDomains` : age,
  };
  for (const { Header, Value } of custom?.Items ?? []) headers[Header.toLowerCase()] = Value;
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
