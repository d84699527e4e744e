import aslValidator from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { ERROR_NAME } from '../../workflows/shared/error-names.ts';
import { plainText, resourcesOf, synthesize } from './synthesize.ts';

interface Handler {
  readonly ErrorEquals: string[];
}
interface State {
  readonly Type: string;
  readonly Retry?: Handler[];
  readonly Catch?: Handler[];
  readonly TimeoutSeconds?: unknown;
  readonly Resource?: string;
  readonly ItemProcessor?: Machine;
  readonly Branches?: Machine[];
}
interface Machine {
  readonly QueryLanguage?: string;
  readonly States: Record<string, State>;
}

const machines = Object.values(resourcesOf(synthesize().services, 'AWS::StepFunctions::StateMachine')).map(
  (properties) => ({
    name: plainText(properties.StateMachineName),
    type: properties.StateMachineType,
    definition: JSON.parse(
      plainText(properties.DefinitionString).replaceAll('AWS::Partition', 'aws'),
    ) as Machine,
  }),
);

function statesOf(machine: Machine): [string, State][] {
  return Object.entries(machine.States).flatMap(([name, state]) => [
    [name, state] as [string, State],
    ...[state.ItemProcessor, ...(state.Branches ?? [])].flatMap((inner) => (inner ? statesOf(inner) : [])),
  ]);
}

function isQuestion([, { Resource }]: [string, State]): boolean {
  return Resource?.endsWith('.waitForTaskToken') ?? false;
}

describe.each(machines)('the machine $name', ({ definition, type }) => {
  const states = statesOf(definition);
  const named = states.flatMap(([, state]) => [...(state.Retry ?? []), ...(state.Catch ?? [])]);
  const asksPeople = states.some(isQuestion);
  const errorNames = new Set(named.flatMap((handler) => handler.ErrorEquals));

  it('is a Standard machine in JSONata that asl-validator accepts', () => {
    expect(type).toBe('STANDARD');
    expect(definition.QueryLanguage).toBe('JSONata');
    expect(aslValidator(definition)).toMatchObject({ isValid: true });
  });

  it('is refused by asl-validator once a transition leads nowhere', () => {
    const [name, state] = Object.entries(definition.States)[0] ?? [];
    const broken = {
      ...definition,
      States: { ...definition.States, [String(name)]: { ...state, Next: 'Nowhere' } },
    };
    expect(aslValidator(broken)).toMatchObject({ isValid: false });
  });

  it('retries passing faults at every task, and names no error of ours beside those it can meet', () => {
    for (const [name, state] of states.filter(([, one]) => one.Type === 'Task')) {
      expect([name, state.Retry?.flatMap((retrier) => retrier.ErrorEquals)]).toEqual([
        name,
        expect.arrayContaining([ERROR_NAME.transient, 'Lambda.TooManyRequestsException']),
      ]);
    }
    const ours = [...errorNames].filter((name) => !/^(States|Lambda|Sandbox|Runtime)\./.test(name));
    // Only what takes a case through a procedure can be withdrawn.
    expect(ours.sort()).toEqual(
      asksPeople
        ? [ERROR_NAME.caseWithdrawn, ERROR_NAME.deadlineMoved, ERROR_NAME.transient]
        : [ERROR_NAME.transient],
    );
  });

  it('names States.Timeout by itself wherever a decision has a due date', () => {
    for (const [name, state] of states.filter(isQuestion)) {
      expect([name, state.TimeoutSeconds]).toEqual([name, expect.anything()]);
    }
    expect(named.some((handler) => handler.ErrorEquals.join() === 'States.Timeout')).toBe(asksPeople);
  });
});

it('knows every error name that functions may throw into a machine', () => {
  expect(Object.values(ERROR_NAME).sort()).toEqual([
    'CaseWithdrawn',
    'DeadlineMoved',
    'RefusedError',
    'TransientError',
  ]);
});
