import { createDistribution } from './cloudfront/index.ts';
import type { EventBridge } from './eventbridge/index.ts';
import { clockPage, createGateway, type RequestHandler, readHttpApi } from './gateway/index.ts';
import type { Permissions } from './iam/authorize.ts';
import { type Account, createIssuer, type Issuer } from './identity/index.ts';
import { EXECUTIONS_PATH, executionPages } from './inspect/page/execution-pages.ts';
import { connect } from './inspect/read-executions.ts';
import type { Surroundings } from './runtime.ts';
import type { FunctionInvoker } from './service.ts';
import type { Loaded } from './start-parts.ts';

/** Puts issuer, engineer's pages and the API of the templates behind the gateway's listener. Returns the demonstration accounts. */
export async function startFront(
  surroundings: Surroundings,
  { assembly, permissions }: Loaded,
  invoker: FunctionInvoker,
  events: EventBridge,
): Promise<readonly Account[]> {
  const { options, clock, front, services } = surroundings;
  const issuer = await startIssuer(surroundings);
  front.route('/local/clock', clockPage(clock, events.withoutSchedules));
  front.route(EXECUTIONS_PATH, executionPages(connect(Number(new URL(services.origin).port))));
  const api = readHttpApi(assembly);
  if (!api) return issuer?.accounts ?? [];
  const gateway = createGateway({
    api,
    invoker,
    clock,
    accountId: assembly.place.accountId,
    region: assembly.place.region,
    partition: assembly.place.partition,
    mayInvoke: mayInvoke(permissions),
    issuerKeys: (name) => (name === issuer?.issuer ? issuer.keys : undefined),
    log: options.log,
  });
  const toApi: RequestHandler = (request, response) => gateway.handle(request, response);
  front.otherwise(createDistribution(assembly, toApi) ?? toApi);
  return issuer?.accounts ?? [];
}

async function startIssuer({ options, clock, data, front }: Surroundings): Promise<Issuer | undefined> {
  if (options.accounts === undefined) return undefined;
  const issuer = await createIssuer({
    origin: front.origin,
    accountsFile: options.accounts,
    clock,
    log: options.log,
    ...(data && { keysFile: data.pathOf('identity.json') }),
  });
  front.route('/oidc', (request, response) => issuer.handle(request, response));
  return issuer;
}

/** Whether a permission of the templates lets API Gateway invoke the function for a route. */
function mayInvoke({ authorize }: Permissions) {
  return (functionArn: string, sourceArn: string): boolean => {
    const caller = { kind: 'service', principal: 'apigateway.amazonaws.com', sourceArn } as const;
    try {
      authorize(caller, 'lambda:InvokeFunction', functionArn);
      return true;
    } catch {
      return false;
    }
  };
}
