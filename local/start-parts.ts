import { createCallService } from './call-service.ts';
import { createEventBridge, type EventBridge, type TargetPorts } from './eventbridge/index.ts';
import { announceExecutionEnds } from './execution-events.ts';
import { createPermissions } from './iam/authorize.ts';
import { createCredentials } from './iam/credentials.ts';
import { functionSpecs } from './lambda/function-spec.ts';
import { machineSpecs } from './machine-specs.ts';
import { namingFile } from './naming-file.ts';
import type { LocalRuntime, Surroundings } from './runtime.ts';
import type { Service } from './service.ts';
import { startFront } from './start-front.ts';
import { startAsynchronous, startFunctions, startQueueFeeds } from './start-functions.ts';
import { startStores } from './start-stores.ts';
import { createStates, type States } from './states/index.ts';
import { type Assembly, loadAssembly } from './template/assembly.ts';
import { iamRole } from './template/resources/iam.ts';
import { openVersionNumbers } from './template/version-numbers.ts';

/** What the templates say, and who may do what by them. */
export interface Loaded {
  readonly assembly: Assembly;
  readonly functions: ReturnType<typeof functionSpecs>;
  readonly permissions: ReturnType<typeof createPermissions>;
  readonly credentials: ReturnType<typeof createCredentials>;
}

type Parts = Pick<LocalRuntime, 'assembly' | 'accounts' | 'unusedPermissions'>;

/** Starts everything behind the two listeners, in the order in which one needs the other. */
export async function startParts(surroundings: Surroundings): Promise<Parts> {
  const loaded = load(surroundings);
  const stores = await startStores(surroundings, loaded);
  const all: Service[] = [...stores.services];
  const lambda = startFunctions(surroundings, loaded);
  const call = createCallService(() => all);
  const states = await startStates(surroundings, loaded, lambda, call);
  const asynchronous = await startAsynchronous(surroundings, loaded, lambda, call);
  const events = await startEvents(surroundings, loaded, { call, invokeAsync: asynchronous.invokeAsync });
  all.push(states, asynchronous.service, events);
  announceExecutionEnds(states, events);

  const accounts = await startFront(surroundings, loaded, lambda, events);
  surroundings.services.serve(all, loaded.credentials);
  await states.resume();
  asynchronous.resume();
  startQueueFeeds(surroundings, loaded, stores, lambda);
  events.start({ schedules: surroundings.options.schedules ?? true });
  if (surroundings.options.prewarm) void lambda.prewarm();
  return { assembly: loaded.assembly, accounts, unusedPermissions: () => loaded.permissions.usage.unused() };
}

function load({ options, data, front, services }: Surroundings): Loaded {
  const assembly = loadAssembly(options.assembly, {
    parameters: options.parameters,
    origin: front.origin,
    servicesOrigin: services.origin,
    versions: openVersionNumbers(data?.pathOf('versions.json')),
  });
  const functions = functionSpecs(assembly);
  const sessionNames = new Map(functions.map((spec) => [spec.roleArn, spec.name]));
  const roleArns = assembly.of(iamRole).map((role) => role.attributes.Arn ?? '');
  return {
    assembly,
    functions,
    permissions: createPermissions(assembly, sessionNames),
    credentials: createCredentials(roleArns, data?.secret),
  };
}

async function startEvents(
  { options, clock, data, cleanups }: Surroundings,
  { assembly, permissions }: Loaded,
  ports: TargetPorts,
): Promise<EventBridge> {
  const file = data?.pathOf('events.db') ?? ':memory:';
  const { authorize } = permissions;
  const events = await namingFile('the events under way', file, () =>
    createEventBridge({ assembly, file, clock, authorize, ports, log: options.log }),
  );
  cleanups.push({ name: 'the event buses', end: () => events.close() });
  return events;
}

async function startStates(
  { options, clock, data, cleanups }: Surroundings,
  { assembly, permissions }: Loaded,
  invoker: ReturnType<typeof startFunctions>,
  call: ReturnType<typeof createCallService>,
): Promise<States> {
  const { accountId, region, partition } = assembly.place;
  const states = await createStates({
    file: data?.pathOf('states.db') ?? ':memory:',
    clock,
    invoker,
    call,
    authorize: permissions.authorize,
    accountId,
    region,
    partition,
    log: options.log,
  });
  cleanups.push({ name: 'the states engine', end: () => states.close() });
  await states.deploy(machineSpecs(assembly));
  return states;
}
