import { isVirtual } from './clock.ts';
import { createAsynchronous, type SendTo } from './lambda/asynchronous.ts';
import { openEventStore } from './lambda/event-store.ts';
import { openFunctionLog } from './lambda/function-log.ts';
import { createLambda, type Lambda } from './lambda/lambda.ts';
import { createLambdaService } from './lambda/service.ts';
import type { Surroundings } from './runtime.ts';
import type { Caller, Service } from './service.ts';
import { startEventSources } from './sqs/index.ts';
import type { Loaded } from './start-parts.ts';
import type { Stores } from './start-stores.ts';
import type { CallService } from './states/index.ts';

/** Makes the functions of the templates ready; their workers start when they are needed. */
export function startFunctions(
  { options, clock, data, services, cleanups }: Surroundings,
  { assembly, functions, permissions, credentials }: Loaded,
): Lambda {
  const lambda = createLambda({
    functions,
    credentials,
    authorize: permissions.authorize,
    region: assembly.place.region,
    servicesOrigin: services.origin,
    functionLog: openFunctionLog(options.logs ?? data?.pathOf('logs')),
    workerDirectory: data?.pathOf('worker'),
    log: options.log,
    virtual: isVirtual(clock) ? clock : undefined,
  });
  cleanups.push({ name: 'the functions', end: () => lambda.close() });
  return lambda;
}

/** Opens the queue of asynchronous invocations and the Lambda API before it. */
export function startAsynchronous(
  { options, clock, data, cleanups }: Surroundings,
  { assembly, permissions }: Loaded,
  lambda: Lambda,
  call: CallService,
): { readonly service: Service; resume(): void; accept(functionName: string, payload: string): void } {
  const queueUrl = (arn: string) =>
    `${assembly.place.servicesOrigin}/${assembly.place.accountId}/${arn.split(':').at(-1)}`;
  const send: SendTo = async (destinationArn, body, roleArn) => {
    const caller: Caller = { kind: 'role', roleArn };
    const service = destinationArn.split(':')[2];
    if (service === 'lambda') {
      permissions.authorize(caller, 'lambda:InvokeFunction', destinationArn);
      asynchronous.accept(destinationArn, body);
      return;
    }
    if (service !== 'sqs') throw new Error(`${destinationArn} is no destination on one machine`);
    const input = { QueueUrl: queueUrl(destinationArn), MessageBody: body };
    const target = 'AmazonSQS.SendMessage';
    await call({ caller, service, action: 'sqs:SendMessage', target, input });
  };
  const asynchronous = createAsynchronous({
    lambda,
    clock,
    send,
    store: openEventStore(data?.pathOf('lambda-events.db') ?? ':memory:'),
    log: options.log,
  });
  cleanups.push({ name: 'the asynchronous invocations', end: () => asynchronous.close() });
  const service = createLambdaService({ lambda, asynchronous, authorize: permissions.authorize });
  return { service, resume: asynchronous.resume, accept: asynchronous.accept };
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
