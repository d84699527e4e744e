import { setTimeout as pause } from 'node:timers/promises';
import { DescribeExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { type Command, readCommandLine, USAGE } from './command-line.ts';
import { connect, findExecution, latestExecutions, readHistory } from './read-executions.ts';
import { describeReport, executionsReport, historyReport } from './reports.ts';
import { runtimeTime } from './runtime-time.ts';
import { Tail } from './tail.ts';

/** `npm run local -- executions | describe ID | history ID | tail`, see command-line.ts. */
const LOOK_EVERY_MS = 1000;

process.stdout.on('error', () => process.exit(0));
try {
  const { command, port } = readCommandLine(process.argv.slice(2));
  const client = connect(port + 1);
  await run(client, command, port);
  client.destroy();
} catch (error) {
  console.error(`${messageOf(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}

async function run(client: SFNClient, command: Command, port: number): Promise<void> {
  const now = await runtimeTime(port);
  switch (command.name) {
    case 'executions':
      return console.log(executionsReport(await latestExecutions(client, command, command.limit), now));
    case 'history':
      return console.log(historyReport(await readHistory(client, await findExecution(client, command.id))));
    case 'describe': {
      const executionArn = await findExecution(client, command.id);
      const execution = await client.send(new DescribeExecutionCommand({ executionArn }));
      return console.log(describeReport(execution, await readHistory(client, executionArn), now));
    }
    case 'tail':
      return follow(new Tail(client));
  }
}

async function follow(tail: Tail): Promise<void> {
  for (;;) {
    for (const line of await tail.look()) console.log(line);
    await pause(LOOK_EVERY_MS);
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') {
    return 'Nothing listens there: is npm start running, and with this port?';
  }
  return error instanceof Error ? error.message : String(error);
}
