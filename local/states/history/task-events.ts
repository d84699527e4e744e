import type { Thread } from '../engine/execution.ts';
import type { Turn } from '../engine/turn.ts';
import { readResource } from '../integration/resource.ts';
import type { Payload } from '../payload.ts';
import { taskHead, withDetails, withOutput } from './event-text.ts';

export interface Scheduled {
  readonly parameters: Payload;
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
  readonly role: string | undefined;
}

interface Failure {
  readonly error: string | undefined;
  readonly cause: string | undefined;
}

/** The events of a task's life; a direct function ARN has other ones than an integration. */
export interface TaskEvents {
  scheduled(turn: Turn, thread: Thread, what: Scheduled): void;
  started(turn: Turn, thread: Thread): void;
  submitted(turn: Turn, thread: Thread, output: Payload): void;
  submitFailed(turn: Turn, thread: Thread, failure: Failure): void;
  succeeded(turn: Turn, thread: Thread, output: Payload): void;
  failed(turn: Turn, thread: Thread, failure: Failure): void;
  timedOut(turn: Turn, thread: Thread, failure: Failure): void;
}

const known = new Map<string, TaskEvents>();

export function taskEvents(resourceArn: string): TaskEvents {
  const found = known.get(resourceArn) ?? make(resourceArn);
  known.set(resourceArn, found);
  return found;
}

function make(arn: string): TaskEvents {
  const resource = readResource(arn);
  return resource.kind === 'integration'
    ? integrationEvents(resource.integration.resourceType, resource.resource)
    : functionEvents(arn);
}

function integrationEvents(resourceType: string, resource: string): TaskEvents {
  const head = taskHead(resourceType, resource);
  const failed = (name: string, field: string) => (turn: Turn, thread: Thread, failure: Failure) => {
    turn.record(thread, name, withDetails(field, { resourceType, resource, ...failure }));
  };
  return {
    scheduled(turn, thread, { parameters, timeoutSeconds, heartbeatSeconds, role }) {
      const rest = {
        timeoutInSeconds: timeoutSeconds,
        heartbeatInSeconds: heartbeatSeconds,
        ...credentials(role),
      };
      const tail = JSON.stringify(rest).slice(1);
      const region = `"region":"${turn.engine.region}","parameters":${parameters.quoted}`;
      turn.record(
        thread,
        'TaskScheduled',
        `"taskScheduledEventDetails":{${head}${region}${tail === '}' ? '}' : `,${tail}`}`,
      );
    },
    started(turn, thread) {
      turn.record(thread, 'TaskStarted', withDetails('taskStartedEventDetails', { resourceType, resource }));
    },
    submitted(turn, thread, output) {
      turn.record(thread, 'TaskSubmitted', withOutput('taskSubmittedEventDetails', output, head));
    },
    succeeded(turn, thread, output) {
      turn.record(thread, 'TaskSucceeded', withOutput('taskSucceededEventDetails', output, head));
    },
    submitFailed: failed('TaskSubmitFailed', 'taskSubmitFailedEventDetails'),
    failed: failed('TaskFailed', 'taskFailedEventDetails'),
    timedOut: failed('TaskTimedOut', 'taskTimedOutEventDetails'),
  };
}

function credentials(role: string | undefined): object {
  return role === undefined ? {} : { taskCredentials: { roleArn: role } };
}

function functionEvents(functionArn: string): TaskEvents {
  const failed = (name: string, field: string) => (turn: Turn, thread: Thread, failure: Failure) => {
    turn.record(thread, name, withDetails(field, { ...failure }));
  };
  const fails = failed('LambdaFunctionFailed', 'lambdaFunctionFailedEventDetails');
  return {
    scheduled(turn, thread, { parameters, timeoutSeconds, role }) {
      const details = { input: parameters.text, inputDetails: { truncated: false }, resource: functionArn };
      const rest = { timeoutInSeconds: timeoutSeconds, ...credentials(role) };
      turn.record(
        thread,
        'LambdaFunctionScheduled',
        withDetails('lambdaFunctionScheduledEventDetails', { ...details, ...rest }),
      );
    },
    started(turn, thread) {
      turn.record(thread, 'LambdaFunctionStarted', '');
    },
    submitted() {},
    succeeded(turn, thread, output) {
      turn.record(
        thread,
        'LambdaFunctionSucceeded',
        withOutput('lambdaFunctionSucceededEventDetails', output),
      );
    },
    submitFailed: fails,
    failed: fails,
    timedOut: failed('LambdaFunctionTimedOut', 'lambdaFunctionTimedOutEventDetails'),
  };
}
