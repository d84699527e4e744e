import { expect, test } from 'vitest';
import { matchRoute, parseRouteKey } from '../../../local/gateway/route-pattern.ts';

const routes = [
  'GET /pets/dog/1',
  'GET /pets/dog/{id}',
  'GET /pets/{proxy+}',
  'ANY /{proxy+}',
  '$default',
  'GET /',
].map((routeKey) => ({ routeKey, pattern: parseRouteKey(routeKey) }));

// The examples of "Routing API requests" in the developer guide, and what lies between them.
test.each([
  ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
  ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
  ['GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
  ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
  ['POST', '/pets/dog/1', 'ANY /{proxy+}', { proxy: 'pets/dog/1' }],
  ['GET', '/pets/dog/%E6%B8%9D%2F1', 'GET /pets/dog/{id}', { id: '渝/1' }],
  ['GET', '/pets/dog/%zz', 'GET /pets/dog/{id}', { id: '%zz' }],
  ['GET', '/', 'GET /', {}],
])('%s %s goes to %s', (method, path, routeKey, parameters) => {
  const match = matchRoute(routes, method, path);

  expect(match?.route.routeKey).toBe(routeKey);
  expect(match?.pathParameters).toEqual(parameters);
});

test('a named method wins over ANY on the same path, whatever their order', () => {
  const doubled = ['ANY /a/{x}', 'GET /a/{x}'].map((routeKey) => ({
    routeKey,
    pattern: parseRouteKey(routeKey),
  }));

  expect(matchRoute(doubled, 'GET', '/a/1')?.route.routeKey).toBe('GET /a/{x}');
  expect(matchRoute(doubled.toReversed(), 'PUT', '/a/1')?.route.routeKey).toBe('ANY /a/{x}');
});

test('nothing matches a path that is longer, shorter or has an empty variable', () => {
  const one = [{ pattern: parseRouteKey('GET /v1/cases/{caseId}') }];

  for (const path of ['/v1/cases', '/v1/cases/', '/v1/cases/1/', '/v1/cases/1/x']) {
    expect(matchRoute(one, 'GET', path)).toBeUndefined();
  }
});

test.each(['GET', '/v1', 'GET v1', 'GET /{proxy+}/more'])('the route key %s is refused', (routeKey) => {
  expect(() => parseRouteKey(routeKey)).toThrow(SyntaxError);
});
