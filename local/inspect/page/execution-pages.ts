import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { latestExecutions, readHistory } from '../read-executions.ts';
import { renderExecutionList } from './execution-list.ts';
import { renderExecutionPage } from './execution-page.ts';

export const EXECUTIONS_PATH = '/local/executions';

const LISTED = 200;
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cache-control': 'no-store',
};

/**
 * For engineers: `/local/executions` lists the latest executions, `/local/executions/ARN` shows one.
 * @param client of the Step Functions API of this runtime
 */
export function executionPages(
  client: SFNClient,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const executionArn = decodeURIComponent(pathname.slice(EXECUTIONS_PATH.length + 1));
    const page = executionArn === '' ? await listPage(client) : await executionPage(client, executionArn);
    if (page === undefined)
      response.writeHead(404, { 'content-type': 'text/plain' }).end('No such execution\n');
    else response.writeHead(200, HEADERS).end(page);
  };
}

async function listPage(client: SFNClient): Promise<string> {
  return renderExecutionList(await latestExecutions(client, {}, LISTED));
}

async function executionPage(client: SFNClient, executionArn: string): Promise<string | undefined> {
  try {
    const [execution, machine, history] = await Promise.all([
      client.send(new DescribeExecutionCommand({ executionArn })),
      client.send(new DescribeStateMachineForExecutionCommand({ executionArn })),
      readHistory(client, executionArn),
    ]);
    return renderExecutionPage(execution, history, machine.definition ?? '{}');
  } catch (error) {
    if (error instanceof Error && ['ExecutionDoesNotExist', 'InvalidArn'].includes(error.name))
      return undefined;
    throw error;
  }
}
