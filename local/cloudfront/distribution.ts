import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from '../gateway/index.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import type { Assembly } from '../template/assembly.ts';
import { type Behavior, distribution } from '../template/resources/cloudfront.ts';
import { s3Bucket } from '../template/resources/storage.ts';
import { type DeployedFile, deployedFiles } from './deployed-files.ts';
import { headersOf } from './response-headers.ts';
import { viewerRequest } from './viewer-request.ts';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html */
type Origin = { readonly api: RequestHandler } | { readonly files: ReadonlyMap<string, DeployedFile> };

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
  origins: readonly { readonly Id: string; readonly DomainName: string }[],
  api: RequestHandler,
): ReadonlyMap<string, Origin> {
  const own = new URL(assembly.place.origin).host;
  return new Map(
    origins.map(({ Id, DomainName }): [string, Origin] => {
      if (DomainName === own) return [Id, { api }];
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
  if ('api' in origin) return origin.api;
  const headers = headersOf(assembly, behavior);
  const rewrite = viewerRequest(assembly, behavior);
  return (request, response) => {
    if (!behavior.AllowedMethods.includes(request.method ?? '')) return refuse(request, response, 405);
    const uri = rewrite(decodeURI((request.url ?? '/').split('?')[0] ?? '/'));
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
