import {
  type ExecutionListItem,
  type ExecutionStatus,
  type HistoryEvent,
  ListExecutionsCommand,
  paginateGetExecutionHistory,
  paginateListStateMachines,
  SFNClient,
} from '@aws-sdk/client-sfn';

/** The Step Functions of a runtime on this machine, as the engineer at the keyboard. */
export function connect(servicesPort: number): SFNClient {
  return new SFNClient({
    endpoint: `http://127.0.0.1:${servicesPort}`,
    region: 'ap-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

export interface ExecutionFilter {
  /** Name of the state machine, or a part of it. */
  readonly machine?: string;
  readonly status?: string;
}

/** The latest executions of every machine, newest first. */
export async function latestExecutions(
  client: SFNClient,
  filter: ExecutionFilter,
  limit: number,
): Promise<readonly ExecutionListItem[]> {
  const found: ExecutionListItem[] = [];
  for await (const { stateMachines } of paginateListStateMachines({ client }, {})) {
    for (const { stateMachineArn, name, type } of stateMachines ?? []) {
      // Express executions are not listed, as on AWS.
      if (type === 'EXPRESS' || !name?.includes(filter.machine ?? '')) continue;
      const page = await client.send(
        new ListExecutionsCommand({
          stateMachineArn,
          maxResults: Math.min(limit, 1000),
          ...(filter.status !== undefined && { statusFilter: filter.status as ExecutionStatus }),
        }),
      );
      found.push(...(page.executions ?? []));
    }
  }
  return found.sort((one, other) => startOf(other) - startOf(one)).slice(0, limit);
}

function startOf({ startDate }: ExecutionListItem): number {
  return startDate?.getTime() ?? 0;
}

/** How many executions are looked through for a name. */
const SEARCHED = 10_000;

/** The ARN that an ARN, a name or the beginning of a name stands for. @throws Error when it is none or several */
export async function findExecution(client: SFNClient, id: string): Promise<string> {
  if (id.startsWith('arn:')) return id;
  const all = await latestExecutions(client, {}, SEARCHED);
  const named = all.filter(({ name }) => name === id);
  const found = named.length > 0 ? named : all.filter(({ name }) => name?.startsWith(id));
  const [first] = found;
  if (first?.executionArn === undefined) throw new Error(`no execution is called ${id}`);
  if (found.length > 1) {
    throw new Error(
      `several executions begin with ${id}:\n${found.map(({ executionArn }) => executionArn).join('\n')}`,
    );
  }
  return first.executionArn;
}

/** Every event of an execution, in order. */
export async function readHistory(client: SFNClient, executionArn: string): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for await (const page of paginateGetExecutionHistory({ client, pageSize: 1000 }, { executionArn })) {
    events.push(...(page.events ?? []));
  }
  return events;
}
