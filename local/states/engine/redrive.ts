import { withDetails } from '../history/event-text.ts';
import type { MapRunRecord } from '../registry/map-run-record.ts';
import { childrenOf } from './branches.ts';
import type { Thread } from './execution.ts';
import { finishFork, startBranches } from './fork.ts';
import type { ForkPhase } from './phase.ts';
import { timeoutSeconds } from './start-execution.ts';
import type { Reception } from './stimulus.ts';
import type { Turn } from './turn.ts';

/**
 * An execution that did not succeed goes on where it stopped, with the definition it had: unsuccessful states are done
 * again, successful ones are not. Source: developer guide, "Restarting state machine executions with redrive".
 */
export function redrive(turn: Turn): Reception {
  const { execution } = turn;
  const { outcome, details, row } = execution;
  if (outcome === undefined || outcome.status === 'SUCCEEDED') return 'late';
  const redriveCount = (details.redriveCount ?? 0) + 1;
  turn.reopen(redriveCount);
  const body = withDetails('executionRedrivenEventDetails', { redriveCount });
  turn.recordForExecution(row.lastEvent, 'ExecutionRedriven', body);
  const timeout = timeoutSeconds(execution.revision, 'STANDARD', details.mapRunArn !== undefined);
  if (timeout !== undefined) turn.setDeadline(turn.now + timeout * 1000);
  for (const thread of [...execution.threads.values()]) revive(turn, thread);
  return 'taken';
}

function revive(turn: Turn, thread: Thread): void {
  const { phase } = thread;
  if (phase.kind !== 'halted') return;
  thread.retries = [];
  if (phase.fork !== undefined) reviveFork(turn, thread, phase.fork);
  else if (phase.mapRun !== undefined) reviveMapRun(turn, thread, phase.mapRun);
  else turn.setPhase(thread, { kind: 'ready', entered: phase.entered });
}

function reviveFork(turn: Turn, thread: Thread, fork: ForkPhase): void {
  const children = childrenOf(turn, thread);
  const running = children.filter(({ phase }) => phase.kind !== 'done').length;
  const failed = children.filter(({ phase }) => phase.kind === 'done' && phase.failed).length;
  turn.setPhase(thread, { ...fork, running, failed });
  if (running === 0 && fork.next >= fork.total) turn.later(() => finishFork(turn, thread));
  else startBranches(turn, thread);
}

function reviveMapRun(turn: Turn, thread: Thread, number: number): void {
  const run = turn.engine.machines.mapRun(number);
  if (run === undefined) {
    turn.setPhase(thread, { kind: 'ready', entered: true });
    return;
  }
  const { stoppedAt: _, ...rest } = run;
  const redriveCount = (run.redriveCount ?? 0) + 1;
  const redriven: MapRunRecord = { ...rest, status: 'RUNNING', redriveCount, redrivenAt: turn.now };
  turn.putMapRun(redriven);
  const details = { mapRunArn: run.arn, redriveCount };
  turn.record(thread, 'MapRunRedriven', withDetails('mapRunRedrivenEventDetails', details));
  turn.setPhase(thread, { kind: 'mapRun', mapRun: number });
  turn.afterwards(() => turn.engine.redriveMapRun(number));
}
