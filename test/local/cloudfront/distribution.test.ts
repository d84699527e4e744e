import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDistribution } from '../../../local/cloudfront/index.ts';
import { type Front, openFront } from '../../../local/gateway/index.ts';
import { loadAssembly } from '../../../local/template/assembly.ts';

const REWRITE = `function handler(event) {
  if (!/\\.json$/.test(event.request.uri)) event.request.uri = '/index.html';
  return event.request;
}`;
const NAME_THE_CALLER = `function handler(event) {
  event.request.headers['true-client-ip'] = { value: event.viewer.ip };
  delete event.request.headers['x-taken-out'];
  return event.request;
}`;
const bucket = { 'Fn::GetAtt': ['Files', 'RegionalDomainName'] };

const TEMPLATE = {
  Resources: {
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
    Files: { Type: 'AWS::S3::Bucket' },
    Layer: { Type: 'AWS::Lambda::LayerVersion', Properties: {} },
    // Not of Node.js: it serves the custom resource alone, so that nothing here has to run it.
    Copier: {
      Type: 'AWS::Lambda::Function',
      Properties: { Runtime: 'python3.13', Handler: 'index.handler' },
    },
    Deployment: {
      Type: 'Custom::CDKBucketDeployment',
      Properties: {
        ServiceToken: { 'Fn::GetAtt': ['Copier', 'Arn'] },
        DestinationBucketName: { Ref: 'Files' },
        SourceBucketNames: ['assets'],
        SourceObjectKeys: ['files.zip', 'settings.zip'],
        SourceMarkers: [{}, { '<<issuer>>': 'says "hello"' }],
        SourceMarkersConfig: [{}, { jsonEscape: true }],
      },
    },
    ToPages: {
      Type: 'AWS::CloudFront::Function',
      Properties: { Name: 'pages', FunctionCode: REWRITE, FunctionConfig: { Runtime: 'cloudfront-js-2.0' } },
    },
    NameTheCaller: {
      Type: 'AWS::CloudFront::Function',
      Properties: {
        Name: 'caller',
        FunctionCode: NAME_THE_CALLER,
        FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
      },
    },
    Headers: {
      Type: 'AWS::CloudFront::ResponseHeadersPolicy',
      Properties: {
        ResponseHeadersPolicyConfig: {
          Name: 'headers',
          SecurityHeadersConfig: {
            ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
          },
        },
      },
    },
    Distribution: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Enabled: true,
          DefaultRootObject: 'index.html',
          DefaultCacheBehavior: {
            TargetOriginId: 'files',
            ResponseHeadersPolicyId: { Ref: 'Headers' },
            FunctionAssociations: [
              { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['ToPages', 'FunctionARN'] } },
            ],
          },
          CacheBehaviors: [
            { PathPattern: '/assets/*', TargetOriginId: 'files' },
            {
              PathPattern: '/v1/*',
              TargetOriginId: 'api',
              AllowedMethods: ['GET', 'POST'],
              FunctionAssociations: [
                {
                  EventType: 'viewer-request',
                  FunctionARN: { 'Fn::GetAtt': ['NameTheCaller', 'FunctionARN'] },
                },
              ],
            },
          ],
          Origins: [
            { Id: 'files', DomainName: bucket, S3OriginConfig: {} },
            {
              Id: 'api',
              DomainName: {
                'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }] }],
              },
              CustomOriginConfig: {},
              OriginCustomHeaders: [{ HeaderName: 'X-Origin-Secret', HeaderValue: 'of the origin' }],
            },
          ],
        },
      },
    },
  },
};

function writeAssembly(folder: string): void {
  const write = (path: string, content: unknown) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const asset = (path: string) => ({
    source: { path, packaging: 'zip' },
    destinations: { here: { bucketName: 'assets', objectKey: `${path}.zip` } },
  });
  write('manifest.json', {
    version: '36.0.0',
    artifacts: {
      'portal.assets': { type: 'cdk:asset-manifest', properties: { file: 'portal.assets.json' } },
      portal: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: 'portal.template.json' },
      },
    },
  });
  write('portal.assets.json', { files: { files: asset('files'), settings: asset('settings') } });
  write('portal.template.json', TEMPLATE);
  write('files/index.html', '<p>the document</p>');
  write('files/assets/a.js', 'a');
  write('settings/settings.json', '{"issuer":"<<issuer>>"}');
}

const folder = mkdtempSync(join(tmpdir(), 'distribution-'));
let front: Front;

beforeAll(async () => {
  writeAssembly(folder);
  front = await openFront({ port: 0 });
  const assembly = loadAssembly(folder, { origin: front.origin, servicesOrigin: 'http://127.0.0.1:1' });
  const distribution = createDistribution(assembly, ({ url, headersDistinct }, response) => {
    response.end(JSON.stringify({ url, headers: headersDistinct }));
  });
  if (!distribution) throw new Error('there is no distribution');
  front.otherwise(distribution);
});
afterAll(async () => {
  await front.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a distribution on one machine', () => {
  it.each(['/', '/cases/1', '/desk/lc-1.tax'])(
    'gives the document for %s, with its headers',
    async (path) => {
      const reply = await fetch(front.origin + path);
      expect(await reply.text()).toBe('<p>the document</p>');
      expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'");
    },
  );

  it('sends what fits a behaviour to its origin', async () => {
    expect(await (await fetch(`${front.origin}/v1/cases?a=1?2`)).json()).toMatchObject({
      url: '/v1/cases?a=1?2',
    });
    expect(await (await fetch(`${front.origin}/assets/a.js`)).text()).toBe('a');
  });

  it('lets its functions change what the API is sent, adds the headers of the origin, and believes no caller', async () => {
    const sent = {
      'true-client-ip': '203.0.113.9',
      'x-origin-secret': 'guessed',
      'x-taken-out': 'a',
      'x-own': 'b',
    };
    const { headers } = (await (await fetch(`${front.origin}/v1/cases`, { headers: sent })).json()) as {
      headers: Record<string, string[]>;
    };
    expect(headers).toMatchObject({
      'true-client-ip': ['127.0.0.1'],
      'x-origin-secret': ['of the origin'],
      'x-own': ['b'],
    });
    expect(headers).not.toHaveProperty('x-taken-out');
  });

  it('puts the values of the deployment into its files', async () => {
    expect(await (await fetch(`${front.origin}/settings.json`)).json()).toEqual({ issuer: 'says "hello"' });
  });

  it('refuses a file that is not there and a method that is not allowed', async () => {
    expect((await fetch(`${front.origin}/assets/none.js`)).status).toBe(403);
    expect((await fetch(front.origin, { method: 'POST' })).status).toBe(405);
  });
});
