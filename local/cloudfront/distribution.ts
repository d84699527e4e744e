import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from '../gateway/index.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import type { Assembly } from '../template/assembly.ts';
import { type Behavior, distribution, type OriginProperties } from '../template/resources/cloudfront.ts';
import { s3Bucket } from '../template/resources/storage.ts';
import { type DeployedFile, deployedFiles } from './deployed-files.ts';
import { headersOf } from './response-headers.ts';
import { toApi } from './to-api.ts';
import { viewerRequest } from './viewer-request.ts';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html */
type Origin =
  | { readonly api: RequestHandler; readonly headers: Readonly<Record<string, string>> }
  | { readonly files: ReadonlyMap<string, DeployedFile> };

/**
 * The distribution of the templates: the first behaviour whose pattern fits the path decides which origin answers, the API or the files of
 * a bucket. Undefined where the templates have none.
 */
export function createDistribution(assembly: Assembly, api: RequestHandler): RequestHandler | undefined {
  const [found, second] = assembly.of(distribution);
  if (!found) return undefined;
  if (second)
    throw new Error('one machine has one address: the templates declare more than one distribution');
  const config = found.properties.DistributionConfig;
  const origins = originsOf(assembly, config.Origins, api);
  const serveBy = (behavior: Behavior) => serve(assembly, behavior, origins, config.DefaultRootObject);
  const byDefault = serveBy(config.DefaultCacheBehavior);
  const others = config.CacheBehaviors.map((one) => ({ pattern: one.PathPattern, serve: serveBy(one) }));
  return (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const fitting = others.find(({ pattern }) => matchesWildcard(path, pattern));
    return (fitting?.serve ?? byDefault)(request, response);
  };
}

function originsOf(
  assembly: Assembly,
  origins: readonly OriginProperties[],
  api: RequestHandler,
): ReadonlyMap<string, Origin> {
  const own = new URL(assembly.place.origin).host;
  return new Map(
    origins.map(({ Id, DomainName, OriginCustomHeaders }): [string, Origin] => {
      const set = OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [
        HeaderName.toLowerCase(),
        HeaderValue,
      ]);
      if (DomainName === own) return [Id, { api, headers: Object.fromEntries(set) }];
      const bucket = assembly.of(s3Bucket).find((one) => one.attributes.RegionalDomainName === DomainName);
      if (!bucket)
        throw new Error(`the origin ${DomainName} is neither the API nor a bucket of the templates`);
      return [Id, { files: deployedFiles(assembly, bucket.ref) }];
    }),
  );
}

function serve(
  assembly: Assembly,
  behavior: Behavior,
  origins: ReadonlyMap<string, Origin>,
  rootObject: string | undefined,
): RequestHandler {
  const origin = origins.get(behavior.TargetOriginId);
  if (!origin) throw new Error(`there is no origin ${behavior.TargetOriginId}`);
  const functions = viewerRequest(assembly, behavior);
  if ('api' in origin) return toApi(origin.api, functions, origin.headers);
  const headers = headersOf(assembly, behavior);
  return (request, response) => {
    if (!behavior.AllowedMethods.includes(request.method ?? '')) return refuse(request, response, 405);
    const path = decodeURI((request.url ?? '/').split('?')[0] ?? '/');
    const viewer = { method: request.method ?? 'GET', ip: request.socket.remoteAddress ?? '' };
    const { uri } = functions({ uri: path, headers: {} }, viewer);
    const file = origin.files.get((uri === '/' ? rootObject : uri.slice(1)) ?? '');
    // A bucket that may not be listed does not tell what it does not have.
    if (!file) return refuse(request, response, 403);
    const body = file.read();
    response.writeHead(200, { 'content-type': file.type, 'content-length': body.length, ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  request.resume();
  response
    .writeHead(status, { 'content-type': 'text/plain' })
    .end(status === 405 ? 'Method Not Allowed' : 'Forbidden');
}
