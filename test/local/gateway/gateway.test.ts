import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, test } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { createGateway, type Front, openFront, readHttpApi } from '../../../local/gateway/index.ts';
import type { JsonObject } from '../../../local/json.ts';
import type { FunctionResult } from '../../../local/service.ts';
import { loadTemplates } from '../template/write-assembly.ts';

const START_MS = Date.parse('2026-03-12T19:03:58.390Z');
const FUNCTION_ARN = 'arn:aws:lambda:ap-east-1:000000000000:function:cases';
const ISSUER = 'http://issuer.test/oidc';
const keys = await generateKeyPair('RS256');
const publicKey = await exportJWK(keys.publicKey);

const fronts: Front[] = [];
afterEach(async () => {
  await Promise.all(fronts.splice(0).map((front) => front.close()));
});

const resource = (type: string, properties: object) => ({
  Type: `AWS::ApiGatewayV2::${type}`,
  Properties: properties,
});
const jwt = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' } };
const route = (routeKey: string, properties: object = {}) =>
  resource('Route', {
    ApiId: { Ref: 'Api' },
    RouteKey: routeKey,
    Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
    ...properties,
  });

interface Template {
  readonly api?: object;
  readonly stage?: object;
  readonly integration?: object;
  readonly issuer?: string;
  readonly more?: Readonly<Record<string, object>>;
}

function httpApiOf({ api, stage, integration, issuer = ISSUER, more }: Template) {
  const ApiId = { Ref: 'Api' };
  const Resources = {
    Api: resource('Api', { ProtocolType: 'HTTP', ...api }),
    Stage: resource('Stage', { ApiId, StageName: '$default', AutoDeploy: true, ...stage }),
    Integration: resource('Integration', {
      ApiId,
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: `arn:aws:apigateway:ap-east-1:lambda:path/2015-03-31/functions/${FUNCTION_ARN}/invocations`,
      ...integration,
    }),
    Authorizer: resource('Authorizer', {
      ApiId,
      Name: 'tokens',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: issuer, Audience: ['workflows'] },
    }),
    ReadCase: route('GET /v1/cases/{caseId}', jwt),
    Decide: route('POST /v1/decisions', { ...jwt, AuthorizationScopes: ['decide', 'admin'] }),
    Open: route('ANY /v1/open/{proxy+}'),
    ...more,
  };
  return readHttpApi(loadTemplates({ Service: { Resources } }));
}

interface Setting extends Template {
  readonly answer?: (event: JsonObject) => FunctionResult | Promise<FunctionResult>;
  readonly mayInvoke?: (functionArn: string, sourceArn: string) => boolean;
}

const ok = (result: unknown): FunctionResult => ({
  ok: true,
  payload: JSON.stringify(result),
  executedVersion: '$LATEST',
});

async function serve({ answer, mayInvoke, ...template }: Setting = {}) {
  const httpApi = httpApiOf(template);
  if (!httpApi) throw new Error('no API');
  const front = await openFront({ port: 0 });
  fronts.push(front);
  const events: JsonObject[] = [];
  const clock = createVirtualClock(START_MS);
  const gateway = createGateway({
    api: httpApi,
    clock,
    accountId: '000000000000',
    region: 'ap-east-1',
    partition: 'aws',
    mayInvoke: mayInvoke ?? (() => true),
    issuerKeys: (issuer) => (issuer === ISSUER ? async () => keys.publicKey : undefined),
    monotonicMs: () => clock.now(),
    invoker: {
      async invoke({ payload }) {
        const event: JsonObject = JSON.parse(payload);
        events.push(event);
        return answer ? answer(event) : ok({ statusCode: 200, body: 'fine' });
      },
    },
  });
  front.otherwise(gateway.handle);
  return { origin: front.origin, events, clock };
}

const sign = (claims: JsonObject, { expiresInSeconds = 60, issuer = ISSUER, alg = 'RS256' } = {}) =>
  new SignJWT({ aud: 'workflows', ...claims })
    .setProtectedHeader({ alg })
    .setIssuer(issuer)
    .setIssuedAt(START_MS / 1000 - 1)
    .setExpirationTime(START_MS / 1000 + expiresInSeconds)
    .sign(keys.privateKey);

const bearer = async (...parameters: Parameters<typeof sign>) => ({
  headers: { authorization: `Bearer ${await sign(...parameters)}` },
});

test('the function gets the event of payload format 2.0', async () => {
  const { origin, events } = await serve();

  await fetch(`${origin}/v1/open/%E6%B8%9D/b?a=1&a=2&name=x%20y`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: 'one=1; two=2',
      'X-Upper': 'Kept',
      'user-agent': 'test',
    },
    body: '{"a":1}',
  });

  expect(events).toMatchObject([
    {
      version: '2.0',
      routeKey: 'ANY /v1/open/{proxy+}',
      rawPath: '/v1/open/渝/b',
      rawQueryString: 'a=1&a=2&name=x%20y',
      cookies: ['one=1', 'two=2'],
      headers: { 'x-upper': 'Kept', 'content-type': 'application/json', 'x-forwarded-for': '127.0.0.1' },
      queryStringParameters: { a: '1,2', name: 'x y' },
      pathParameters: { proxy: '渝/b' },
      requestContext: {
        accountId: '000000000000',
        apiId: expect.stringMatching(/^[a-z0-9]{10}$/),
        domainName: '127.0.0.1',
        http: {
          method: 'POST',
          path: '/v1/open/渝/b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        routeKey: 'ANY /v1/open/{proxy+}',
        stage: '$default',
        time: '12/Mar/2026:19:03:58 +0000',
        timeEpoch: START_MS,
      },
      body: '{"a":1}',
      isBase64Encoded: false,
    },
  ]);
  expect(events[0]?.headers).not.toHaveProperty('cookie');
});

test.each([
  ['application/json; charset=utf-8', false],
  ['text/csv', false],
  ['application/xml', false],
  ['application/problem+json', true],
  ['application/x-www-form-urlencoded', true],
  ['application/octet-stream', true],
])('a body of type %s comes in base64: %s', async (contentType, isBase64Encoded) => {
  const { origin, events } = await serve();

  await fetch(`${origin}/v1/open/a`, {
    method: 'PUT',
    headers: { 'content-type': contentType },
    body: Buffer.from('hi'),
  });

  expect(events).toMatchObject([{ isBase64Encoded, body: isBase64Encoded ? 'aGk=' : 'hi' }]);
});

test('a valid token reaches the function as claims in text', async () => {
  const { origin, events } = await serve();
  const claims = { sub: 'li', roles: ['a', 'b'], level: 3, office: { city: 'CQ' }, active: true };

  const response = await fetch(`${origin}/v1/cases/C1`, await bearer(claims));

  expect(response.status).toBe(200);
  expect(events).toMatchObject([
    {
      pathParameters: { caseId: 'C1' },
      requestContext: {
        authorizer: {
          jwt: {
            claims: { sub: 'li', roles: '[a b]', level: '3', office: 'map[city:CQ]', active: 'true' },
            scopes: null,
          },
        },
      },
    },
  ]);
});

test.each([
  ['no token', async () => ({})],
  ['no token at all after Bearer', async () => ({ headers: { authorization: 'Bearer ' } })],
  ['text that is no token', async () => ({ headers: { authorization: 'Bearer x.y.z' } })],
  ['another audience', () => bearer({ aud: 'others' })],
  ['another issuer', () => bearer({}, { issuer: 'http://elsewhere.test' })],
  ['a token that expired by the clock', () => bearer({}, { expiresInSeconds: -1 })],
  ['a token of the future', () => bearer({ nbf: START_MS / 1000 + 30 })],
])('%s is answered 401 and no function runs', async (_, init) => {
  const { origin, events } = await serve();

  const response = await fetch(`${origin}/v1/cases/C1`, await init());

  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  expect(await response.json()).toEqual({ message: 'Unauthorized' });
  expect(events).toEqual([]);
});

test('a token expires when the virtual clock passes its end', async () => {
  const { origin, clock } = await serve();
  const init = await bearer({ sub: 'li' });
  const before = await fetch(`${origin}/v1/cases/C1`, init);

  await clock.advance(61_000);
  const after = await fetch(`${origin}/v1/cases/C1`, init);

  expect([before.status, after.status]).toEqual([200, 401]);
});

test('a route with scopes wants one of them', async () => {
  const { origin, events } = await serve();
  const post = async (claims: JsonObject) => {
    const response = await fetch(`${origin}/v1/decisions`, { method: 'POST', ...(await bearer(claims)) });
    return [response.status, await response.text()];
  };

  expect(await post({ scope: 'read' })).toEqual([403, '{"message":"Forbidden"}']);
  expect(await post({})).toEqual([403, '{"message":"Forbidden"}']);
  expect(await post({ scope: 'read admin' })).toEqual([200, 'fine']);
  expect(events).toMatchObject([{ requestContext: { authorizer: { jwt: { scopes: ['read', 'admin'] } } } }]);
});

test('an issuer elsewhere is found by its discovery document', async () => {
  const front = await openFront({ port: 0 });
  fronts.push(front);
  front.otherwise((request, response) => {
    const document = request.url?.endsWith('openid-configuration')
      ? { issuer: front.origin, jwks_uri: `${front.origin}/jwks` }
      : { keys: [{ ...publicKey, alg: 'RS256', use: 'sig' }] };
    response.end(JSON.stringify(document));
  });
  const { origin } = await serve({ issuer: front.origin });

  const response = await fetch(`${origin}/v1/cases/C1`, await bearer({}, { issuer: front.origin }));

  expect(response.status).toBe(200);
});

test('an unknown path and an unknown method are answered 404', async () => {
  const { origin } = await serve();

  for (const init of [
    { path: '/v2', method: 'GET' },
    { path: '/v1/cases/1', method: 'DELETE' },
  ]) {
    const response = await fetch(origin + init.path, init);
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  }
});

test.each<[string, FunctionResult, number, string]>([
  ['throws', { ok: false, errorType: 'TypeError', errorMessage: 'x' }, 500, 'Internal Server Error'],
  [
    'times out',
    { ok: false, errorType: 'Sandbox.Timedout', errorMessage: 'x' },
    500,
    'Internal Server Error',
  ],
  ['answers nonsense', ok({ statusCode: 'many' }), 500, 'Internal Server Error'],
  [
    'is throttled',
    { ok: false, errorType: 'Lambda.TooManyRequestsException', errorMessage: 'x' },
    503,
    'Service Unavailable',
  ],
])('a function that %s is told to the client without detail', async (_, result, status, message) => {
  const { origin } = await serve({ answer: () => result });

  const response = await fetch(`${origin}/v1/open/a`);

  expect([response.status, await response.json()]).toEqual([status, { message }]);
});

test('a function that is slower than the integration allows is answered 503', async () => {
  const { origin } = await serve({
    integration: { TimeoutInMillis: 50 },
    answer: () => new Promise<FunctionResult>(() => {}),
  });

  const response = await fetch(`${origin}/v1/open/a`);

  expect([response.status, await response.json()]).toEqual([503, { message: 'Service Unavailable' }]);
});

test('a function that the template does not permit to be invoked is answered 500', async () => {
  const asked: string[] = [];
  const { origin, events } = await serve({
    mayInvoke: (functionArn, sourceArn) => {
      asked.push(functionArn, sourceArn);
      return false;
    },
  });

  const response = await fetch(`${origin}/v1/cases/C1`, await bearer({}));

  expect(response.status).toBe(500);
  expect(events).toEqual([]);
  const place =
    /^arn:aws:execute-api:ap-east-1:000000000000:[a-z0-9]{10}\/\$default\/GET\/v1\/cases\/\{caseId\}$/;
  expect(asked).toEqual([FUNCTION_ARN, expect.stringMatching(place)]);
});

test('a body over 10 MB is answered 413', async () => {
  const { origin, events } = await serve();

  const response = await fetch(`${origin}/v1/open/a`, {
    method: 'POST',
    body: Buffer.alloc(10 * 1024 * 1024 + 1),
  });

  expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  expect(events).toEqual([]);
});

test('requests beyond the burst are answered 429 until the bucket fills', async () => {
  const { origin, clock } = await serve({
    stage: { DefaultRouteSettings: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 } },
  });
  const status = async () => (await fetch(`${origin}/v1/open/a`)).status;

  expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
  await clock.advance(1000);
  expect([await status(), await status()]).toEqual([200, 429]);
});

test('with CORS the API answers the preflight and puts its own headers on responses', async () => {
  const { origin } = await serve({
    api: {
      CorsConfiguration: {
        AllowOrigins: ['https://portal.test'],
        AllowMethods: ['GET', 'POST'],
        AllowHeaders: ['Authorization', 'If-Match'],
        ExposeHeaders: ['ETag'],
        MaxAge: 300,
      },
    },
    answer: () => ok({ statusCode: 204, headers: { 'Access-Control-Allow-Origin': '*' } }),
  });
  const preflight = (from: string) =>
    fetch(`${origin}/v1/cases/C1`, {
      method: 'OPTIONS',
      headers: { origin: from, 'access-control-request-method': 'GET' },
    });

  const allowed = await preflight('https://portal.test');
  const refused = await preflight('https://evil.test');
  const plain = await fetch(`${origin}/v1/open/a`, { headers: { origin: 'https://portal.test' } });

  expect(allowed.status).toBe(204);
  expect(Object.fromEntries(allowed.headers)).toMatchObject({
    'access-control-allow-origin': 'https://portal.test',
    'access-control-allow-methods': 'GET,POST',
    'access-control-allow-headers': 'authorization,if-match',
    'access-control-max-age': '300',
  });
  expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  expect(plain.headers.get('access-control-allow-origin')).toBe('https://portal.test');
  expect(plain.headers.get('access-control-expose-headers')).toBe('ETag');
});

const ApiId = { Ref: 'Api' };
test.each([
  ['a second API', { Odd: resource('Api', { ProtocolType: 'HTTP' }) }],
  ['a named stage', { Odd: resource('Stage', { ApiId, StageName: 'prod' }) }],
  ['a route to nowhere', { Odd: route('GET /lost', { Target: 'integrations/none' }) }],
  ['a route with IAM authorization', { Odd: route('GET /iam', { AuthorizationType: 'AWS_IAM' }) }],
])('%s is refused by name', (_, more) => {
  expect(() => httpApiOf({ more })).toThrow(/^Service\/Odd \(AWS::ApiGatewayV2::/);
});

test('two routes with one key are refused', () => {
  expect(() => httpApiOf({ more: { Twice: route('ANY /v1/open/{proxy+}') } })).toThrow(/already exists/);
});
