import { createAsynchronous } from './lambda/asynchronous.ts';
import { createSender } from './lambda/destinations.ts';
import { openEventStore } from './lambda/event-store.ts';
import { type FunctionLog, openFunctionLog } from './lambda/function-log.ts';
import { keepCode } from './lambda/kept-code.ts';
import { authorizeInvocation, createLambda, type Lambda } from './lambda/lambda.ts';
import { createLambdaService } from './lambda/service.ts';
import { openMetrics } from './metrics/index.ts';
import { namingFile } from './naming-file.ts';
import type { Surroundings } from './runtime.ts';
import type { Caller, Service } from './service.ts';
import { startEventSources } from './sqs/index.ts';
import type { Loaded } from './start-parts.ts';
import type { Stores } from './start-stores.ts';
import type { CallService } from './states/index.ts';

/** Makes the functions of the templates ready; their workers start when they are needed. */
export function startFunctions(
  surroundings: Surroundings,
  { assembly, functions, permissions, credentials }: Loaded,
): Lambda {
  const { options, clock, data, services, cleanups } = surroundings;
  const lambda = createLambda({
    functions: data ? keepCode(functions, data.pathOf('code')) : functions,
    credentials,
    authorize: permissions.authorize,
    region: assembly.place.region,
    servicesOrigin: services.origin,
    functionLog: logWithMetrics(surroundings),
    workerDirectory: data?.pathOf('worker'),
    compileCache: options.compileCache,
    log: options.log,
    clock,
  });
  cleanups.push({ name: 'the functions', end: () => lambda.close() });
  return lambda;
}

/** Keeps what functions write, and the metrics in it for `/local/metrics`. */
function logWithMetrics({ options, data, front, cleanups }: Surroundings): FunctionLog {
  const functionLog = openFunctionLog(options.logs ?? data?.pathOf('logs'));
  const metrics = openMetrics(data?.pathOf('metrics.db') ?? ':memory:');
  cleanups.push({ name: 'the metrics', end: () => metrics.close() });
  front.route('/local/metrics', metrics.page);
  return {
    pathOf: functionLog.pathOf,
    write(functionName, text) {
      functionLog.write(functionName, text);
      metrics.write(functionName, text);
    },
  };
}

/** Asynchronous invocations as the rest of the runtime sees them. */
export interface AsynchronousPart {
  /** The Lambda API. */
  readonly service: Service;
  /** Returns when the invocation is on disk. @throws AccessDenied */
  invokeAsync(caller: Caller, functionArn: string, payload: string): void;
  resume(): void;
}

/** Opens the queue of asynchronous invocations and the Lambda API before it. */
export async function startAsynchronous(
  { options, clock, data, cleanups }: Surroundings,
  { assembly, permissions }: Loaded,
  lambda: Lambda,
  call: CallService,
): Promise<AsynchronousPart> {
  const invokeAsync = (caller: Caller, functionArn: string, payload: string) => {
    authorizeInvocation(permissions.authorize, caller, functionArn, lambda.find(functionArn));
    asynchronous.accept(functionArn, payload);
  };
  const file = data?.pathOf('lambda-events.db');
  const store = await namingFile('the asynchronous invocations', file, () =>
    openEventStore(file ?? ':memory:'),
  );
  const asynchronous = createAsynchronous({
    lambda,
    clock,
    send: createSender(assembly.place, call, invokeAsync),
    store,
    log: options.log,
  });
  cleanups.push({ name: 'the asynchronous invocations', end: () => asynchronous.close() });
  const service = createLambdaService({ lambda, asynchronous, authorize: permissions.authorize });
  return { service, invokeAsync, resume: asynchronous.resume };
}

/** Starts to feed functions from queues, as the event source mappings of the templates say. */
export function startQueueFeeds(
  { options, clock, cleanups }: Surroundings,
  { assembly, permissions }: Loaded,
  { sqs }: Stores,
  invoker: Lambda,
): void {
  const feeds = startEventSources({
    assembly,
    sqs,
    invoker,
    clock,
    authorize: permissions.authorize,
    log: options.log,
  });
  cleanups.push({ name: 'the event sources', end: () => feeds.close() });
}
