import { ExecutionStatus, type StateVisit } from '../../workflows/shared/execution/execution.ts';
import { machineStates } from '../../workflows/shared/execution/machine-states.ts';
import { ReadExecution } from '../../workflows/shared/execution/routes.ts';
import { stateVisits } from '../../workflows/shared/execution/state-visits.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { stepFunctions } from '../shared/aws/step-functions.ts';
import { executionName } from '../shared/client/machines.ts';
import { executionArnOf } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended, type Services } from '../shared/services.ts';
import { type Executions, executions, type FoundExecution } from './client/executions.ts';

type Contract = typeof ReadExecution;
const VISITS_SHOWN = 200;

interface ServicesWithExecutions extends Services {
  readonly executions: Executions;
  readonly executionArnOf: (workflow: string, name: string) => string;
}

/**
 * How far an execution of a case's machine is: the states of the definition it began with, and its stays in them. Of the history, which
 * holds task tokens, only names and times leave.
 */
export async function readExecution(
  { case: found, query }: RouteInput<Contract>,
  services: ServicesWithExecutions,
): Promise<RouteReply<Contract>> {
  const { caseId, workflow, attempt: attempts } = found;
  const attempt = query.attempt ?? attempts;
  const arn = services.executionArnOf(workflow, executionName({ caseId, attempt }));
  const execution = attempt <= attempts ? await services.executions.find(arn) : undefined;
  if (!execution) throw notKept();
  return { body: { attempt, attempts, machine: workflow, ...seen(execution) } };
}

function seen({ status, startedAt, stoppedAt, error, definition, history }: FoundExecution) {
  const visits = stateVisits(history);
  return {
    status: ExecutionStatus.parse(status),
    startedAt: localInstant(startedAt),
    ...(stoppedAt && { stoppedAt: localInstant(stoppedAt) }),
    ...(error !== undefined && { error }),
    states: machineStates(definition).map((state) => ({
      ...state,
      ...staysIn(state.name, visits, !stoppedAt),
    })),
    visits: visits.slice(-VISITS_SHOWN),
  };
}

function staysIn(name: string, visits: readonly StateVisit[], isRunning: boolean) {
  const stays = visits.filter((visit) => visit.state === name);
  const open = isRunning ? stays.filter(({ exitedAt }) => exitedAt === undefined).length : 0;
  const latest = stays.at(-1);
  if (!latest) return { visits: 0, open };
  const { state: _, ...last } = latest;
  return { visits: stays.length, open, last };
}

function notKept(): RefusedError {
  return new RefusedError({
    status: 404,
    code: 'execution-not-kept',
    zh: '没有这次流程运行的记录：尚未开始，或结束已超过 90 天',
    en: 'There is no record of this execution: it has not begun, or it ended more than 90 days ago',
  });
}

export const handler = route(ReadExecution, readExecution, () =>
  extended({ executions: executions(stepFunctions()), executionArnOf }),
);
