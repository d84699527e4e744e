import { describe, expect, it } from 'vitest';
import { type PastEvent, stateVisits } from '../../../../workflows/shared/execution/state-visits.ts';

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 1, 30, second));
const entered = (id: number, previousEventId: number, name: string): PastEvent => ({
  id,
  previousEventId,
  type: 'TaskStateEntered',
  timestamp: at(id),
  stateEnteredEventDetails: { name },
});
const exited = (id: number, previousEventId: number, name: string): PastEvent => ({
  id,
  previousEventId,
  type: 'TaskStateExited',
  timestamp: at(id),
  stateExitedEventDetails: { name },
});

describe('the stays of an execution', () => {
  it('say when a state was entered and left, how often it was tried and what failed last', () => {
    const failed = { id: 4, previousEventId: 3, type: 'TaskFailed', timestamp: at(4) };
    const events: PastEvent[] = [
      { id: 1, previousEventId: 0, type: 'ExecutionStarted', timestamp: at(1) },
      entered(2, 1, 'Plan'),
      { id: 3, previousEventId: 2, type: 'TaskScheduled', timestamp: at(3) },
      { ...failed, taskFailedEventDetails: { error: 'TransientError', cause: 'busy' } } as PastEvent,
      { id: 5, previousEventId: 4, type: 'TaskScheduled', timestamp: at(5) },
      exited(6, 5, 'Plan'),
    ];

    expect(stateVisits(events)).toEqual([
      {
        state: 'Plan',
        enteredAt: '2026-11-23T09:30:02+08:00',
        exitedAt: '2026-11-23T09:30:06+08:00',
        tries: 2,
        error: 'TransientError',
      },
    ]);
  });

  it('of branches that run at the same time stay apart', () => {
    const visits = stateVisits([entered(2, 1, 'One'), entered(3, 1, 'Two'), exited(4, 2, 'One')]);

    expect(visits.map(({ state, exitedAt }) => [state, exitedAt !== undefined])).toEqual([
      ['One', true],
      ['Two', false],
    ]);
  });
});
