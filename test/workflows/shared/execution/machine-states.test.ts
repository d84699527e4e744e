import { describe, expect, it } from 'vitest';
import { machineStates } from '../../../../workflows/shared/execution/machine-states.ts';

const waysOf = (states: ReturnType<typeof machineStates>) =>
  Object.fromEntries(states.map(({ name, next }) => [name, next]));

describe('the states of a definition', () => {
  it('begin with the first and lead on by choice, by default and by error, each way once', () => {
    const states = machineStates({
      StartAt: 'Plan',
      States: {
        Failed: { Type: 'Fail' },
        Plan: { Type: 'Task', Next: 'Which', Catch: [{ Next: 'Failed' }, { Next: 'Failed' }] },
        Which: { Type: 'Choice', Choices: [{ Next: 'Plan' }, { Next: 'Done' }], Default: 'Plan' },
        Done: { Type: 'Succeed' },
      },
    });

    expect(states[0]).toEqual({ name: 'Plan', type: 'Task', next: ['Which', 'Failed'] });
    expect(waysOf(states)).toEqual({
      Plan: ['Which', 'Failed'],
      Failed: [],
      Which: ['Plan', 'Done'],
      Done: [],
    });
  });

  it('lead into the branches of a Parallel and from their ends to what follows it', () => {
    const states = machineStates({
      StartAt: 'Ask',
      States: {
        Ask: {
          Type: 'Parallel',
          Next: 'Settle',
          Catch: [{ Next: 'Settle' }],
          Branches: [
            { StartAt: 'One', States: { One: { Type: 'Task' } } },
            { StartAt: 'Two', States: { Two: { Type: 'Wait', Next: 'End' }, End: { Type: 'Succeed' } } },
          ],
        },
        Settle: { Type: 'Task' },
      },
    });

    expect(waysOf(states)).toEqual({
      Ask: ['One', 'Two', 'Settle'],
      One: ['Settle'],
      Two: ['End'],
      End: ['Settle'],
      Settle: [],
    });
    expect(states.filter(({ within }) => within === 'Ask').map(({ name }) => name)).toEqual([
      'One',
      'Two',
      'End',
    ]);
  });

  it('of each item of a Map stand once, and a failure within leads nowhere', () => {
    const states = machineStates({
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          Next: 'After',
          ItemProcessor: {
            StartAt: 'Do',
            States: { Do: { Type: 'Task', Catch: [{ Next: 'Bad' }] }, Bad: { Type: 'Fail' } },
          },
        },
        After: { Type: 'Succeed' },
      },
    });

    expect(waysOf(states)).toEqual({ Each: ['Do'], Do: ['After', 'Bad'], Bad: [], After: [] });
  });
});
