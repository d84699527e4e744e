import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../workflows/routes.ts';
import { plainText, resourcesOf, synthesize } from './synthesize.ts';

const { portal } = synthesize();

interface Behavior {
  readonly PathPattern?: string;
  readonly TargetOriginId: string;
  readonly ViewerProtocolPolicy: string;
  readonly FunctionAssociations?: readonly { readonly FunctionARN: unknown }[];
}
interface Config {
  readonly CacheBehaviors: readonly Behavior[];
  readonly DefaultCacheBehavior: Behavior;
  readonly Origins: readonly {
    readonly Id: string;
    readonly CustomOriginConfig?: object;
    readonly OriginCustomHeaders?: unknown;
  }[];
}
const [{ DistributionConfig }] = Object.values(resourcesOf(portal, 'AWS::CloudFront::Distribution')) as [
  { DistributionConfig: Config },
];

describe('the portal stack', () => {
  it('sends every route of the API to the API', () => {
    const api = DistributionConfig.Origins.filter((origin) => origin.CustomOriginConfig).map(({ Id }) => Id);
    const patterns = DistributionConfig.CacheBehaviors.filter(({ TargetOriginId }) =>
      api.includes(TargetOriginId),
    ).map(({ PathPattern = '' }) => new RegExp(`^${PathPattern.replaceAll('.', '\\.').replace('*', '.*')}$`));
    const missed = ROUTES.filter(({ path }) => !patterns.some((pattern) => pattern.test(path)));
    expect(missed.map(({ path }) => path)).toEqual([]);
  });

  it('names the caller to the API, over what the caller says of itself, and proves that it is the distribution', () => {
    const [api] = DistributionConfig.Origins.filter((origin) => origin.CustomOriginConfig);
    expect(api?.OriginCustomHeaders).toEqual([
      { HeaderName: 'x-origin-secret', HeaderValue: { Ref: 'OriginSecret' } },
    ]);
    const functions = resourcesOf(portal, 'AWS::CloudFront::Function');
    for (const behavior of DistributionConfig.CacheBehaviors) {
      if (behavior.TargetOriginId !== api?.Id) continue;
      const [association, ...others] = behavior.FunctionAssociations ?? [];
      expect(others).toEqual([]);
      const { FunctionCode = '' } = functions[plainText(association?.FunctionARN).split('.')[0] ?? ''] ?? {};
      const handler = runInNewContext(`${FunctionCode}; handler`) as (event: object) => unknown;
      const headers = { 'true-client-ip': { value: '192.0.2.66' }, accept: { value: '*/*' } };
      expect(handler({ viewer: { ip: '203.0.113.9' }, request: { uri: '/v1/a', headers } })).toEqual({
        uri: '/v1/a',
        headers: { 'true-client-ip': { value: '203.0.113.9' }, accept: { value: '*/*' } },
      });
    }
  });

  it('keeps no log of who asked for what', () => {
    expect(DistributionConfig).not.toHaveProperty('Logging');
  });

  it('speaks HTTPS only', () => {
    for (const behavior of [DistributionConfig.DefaultCacheBehavior, ...DistributionConfig.CacheBehaviors]) {
      expect(behavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    }
  });

  it('lets no script run but files of its own, and no page frame it', () => {
    const policies = Object.values(resourcesOf(portal, 'AWS::CloudFront::ResponseHeadersPolicy')).map(
      (policy) =>
        plainText(
          (
            policy as {
              ResponseHeadersPolicyConfig: {
                SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: unknown } };
              };
            }
          ).ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy,
        ).split('; '),
    );
    expect(policies).toHaveLength(2);
    for (const directives of policies) {
      expect(directives).toContain("default-src 'none'");
      expect(directives).toContain("script-src 'self'");
      expect(directives).toContain("frame-ancestors 'none'");
    }
  });

  it('keeps its files for the distribution alone', () => {
    for (const bucket of Object.values(resourcesOf(portal, 'AWS::S3::Bucket'))) {
      expect(bucket.PublicAccessBlockConfiguration).toMatchObject({
        BlockPublicAcls: true,
        RestrictPublicBuckets: true,
      });
    }
    expect(Object.keys(resourcesOf(portal, 'AWS::CloudFront::OriginAccessControl'))).toHaveLength(1);
  });
});
