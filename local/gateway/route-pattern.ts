/**
 * Route keys of an HTTP API and which route a request goes to.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
type Segment =
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'greedy'; readonly name: string };

export type RoutePattern =
  | { readonly kind: 'default' }
  | { readonly kind: 'path'; readonly method: string; readonly segments: readonly Segment[] };

export interface RouteMatch<R> {
  readonly route: R;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Reads `GET /v1/cases/{caseId}`, `ANY /{proxy+}` or `$default`. */
export function parseRouteKey(routeKey: string): RoutePattern {
  if (routeKey === '$default') return { kind: 'default' };
  const [method, path, rest] = routeKey.split(' ');
  if (!method || !path?.startsWith('/') || rest !== undefined) {
    throw new SyntaxError(`The provided route key is not formatted properly: ${routeKey}`);
  }
  const segments = path.slice(1).split('/').map(parseSegment);
  if (segments.slice(0, -1).some(({ kind }) => kind === 'greedy')) {
    throw new SyntaxError(`A greedy path variable must stand at the end of the path: ${routeKey}`);
  }
  return { kind: 'path', method, segments };
}

function parseSegment(text: string): Segment {
  const variable = /^\{([^{}+]+)(\+?)\}$/.exec(text);
  if (!variable?.[1]) return { kind: 'literal', value: text };
  return { kind: variable[2] ? 'greedy' : 'variable', name: variable[1] };
}

/**
 * The most specific route for the request: literal before variable before greedy, from the left; a named method before ANY;
 * `$default` last. `path` is percent-decoded segment by segment.
 */
export function matchRoute<R extends { readonly pattern: RoutePattern }>(
  routes: readonly R[],
  method: string,
  path: string,
): RouteMatch<R> | undefined {
  const parts = path.slice(1).split('/').map(decodeSegment);
  let best: (RouteMatch<R> & { readonly rank: string }) | undefined;
  for (const route of routes) {
    const pathParameters = matchPattern(route.pattern, method, parts);
    if (!pathParameters) continue;
    const rank = rankOf(route.pattern);
    if (!best || rank < best.rank) best = { route, pathParameters, rank };
  }
  return best;
}

function matchPattern(
  pattern: RoutePattern,
  method: string,
  parts: readonly string[],
): Record<string, string> | undefined {
  if (pattern.kind === 'default') return {};
  if (pattern.method !== 'ANY' && pattern.method !== method) return undefined;
  const { segments } = pattern;
  const greedy = segments.at(-1)?.kind === 'greedy';
  if (greedy ? parts.length < segments.length : parts.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? '';
    if (!fits(segment, part)) return undefined;
    if (segment.kind === 'variable') parameters[segment.name] = part;
    if (segment.kind === 'greedy') parameters[segment.name] = parts.slice(index).join('/');
  }
  return parameters;
}

function fits(segment: Segment, part: string): boolean {
  return segment.kind === 'literal' ? segment.value === part : segment.kind === 'greedy' || part !== '';
}

/** Sorts as text: the smaller, the more specific. */
function rankOf(pattern: RoutePattern): string {
  if (pattern.kind === 'default') return '~';
  const digits = { literal: '0', variable: '1', greedy: '2' };
  const path = pattern.segments.map(({ kind }) => digits[kind]).join('');
  return `${path} ${pattern.method === 'ANY' ? '1' : '0'}`;
}

/** A segment that is not valid percent-encoding is taken as it stands. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
