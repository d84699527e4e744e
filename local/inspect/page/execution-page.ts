import type { DescribeExecutionOutput, HistoryEvent } from '@aws-sdk/client-sfn';
import type { StateGraph } from '../../states/definition/machine.ts';
import { type StateVisit, stateVisits } from '../state-visits.ts';
import { durationText, eventText, instantText } from '../text.ts';
import { graphSvg, type StateMark } from './graph-svg.ts';
import { documentHtml, tableHtml } from './html.ts';
import { layOut } from './layout.ts';

/**
 * A plain page about one execution, for engineers: what it was given, the graph of its states with times, its events.
 * @param describe as DescribeExecution answers
 * @param history every event, as GetExecutionHistory answers
 * @param definition of the machine, as DescribeStateMachineForExecution answers
 */
export function renderExecutionPage(
  describe: DescribeExecutionOutput,
  history: readonly HistoryEvent[],
  definition: string,
): string {
  const visits = stateVisits(history);
  const graph: StateGraph = JSON.parse(definition);
  const content = `${tableHtml(['', ''], facts(describe))}
<h2>States</h2>
${graphSvg(layOut(graph), (state) => markOf(state, visits, describe.status === 'RUNNING'))}
${tableHtml(['entered', 'state', 'type', 'took', 'tries', 'error'], visits.map(visitRow))}
<h2>Events</h2>
${tableHtml(['#', 'at', 'event', 'details'], history.map(eventRow))}`;
  return documentHtml(describe.name ?? '', content);
}

function facts(describe: DescribeExecutionOutput): readonly (readonly string[])[] {
  const { executionArn, stateMachineArn, status, startDate, stopDate, input, output, error, cause } =
    describe;
  const all: readonly (readonly [string, string | undefined])[] = [
    ['execution', executionArn],
    ['machine', stateMachineArn],
    ['status', status],
    ['started', instantText(startDate)],
    ['stopped', instantText(stopDate)],
    ['input', input],
    ['output', output],
    ['error', error],
    ['cause', cause],
  ];
  return all.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
}

function markOf(state: string, visits: readonly StateVisit[], isRunning: boolean): StateMark {
  const own = visits.filter((visit) => visit.state === state);
  const last = own.at(-1);
  if (last === undefined) return { note: 'not entered', className: 'unvisited' };
  const times = own.length > 1 ? `${own.length} times, ` : '';
  if (last.error !== undefined) return { note: `${times}${last.error}`, className: 'failed' };
  if (last.exitedAt === undefined && !isRunning) return { note: `${times}given up`, className: 'failed' };
  if (last.exitedAt === undefined)
    return { note: `${times}since ${instantText(last.enteredAt)}`, className: 'running' };
  return { note: `${times}${tookText(last)}`, className: 'done' };
}

function visitRow(visit: StateVisit): readonly string[] {
  const tries = visit.attempts > 0 ? String(visit.attempts) : '';
  return [instantText(visit.enteredAt), visit.state, visit.type, tookText(visit), tries, visit.error ?? ''];
}

function tookText({ enteredAt, exitedAt }: StateVisit): string {
  return exitedAt === undefined ? '' : durationText(exitedAt.getTime() - enteredAt.getTime());
}

function eventRow(event: HistoryEvent): readonly string[] {
  return [String(event.id), instantText(event.timestamp), String(event.type), eventText(event)];
}
