import { expect, it } from 'vitest';
import { plainText, resourcesOf, synthesize } from './synthesize.ts';

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Catch?: readonly { readonly Next: string }[];
}
type States = Readonly<Record<string, State>>;

/** What moves the money, and the end it belongs to. */
const PAYS = 'SettlePayment';
const PAID = 'Paid';
const RELEASES = 'ReleaseReservation';
/** Breakage, not an end: the case keeps what it holds, and the office resumes it or the applicant withdraws it. */
const FAILED = 'CaseFailed';

const machines = Object.values(resourcesOf(synthesize().services, 'AWS::StepFunctions::StateMachine'));
const funding = machines.find(({ StateMachineName }) =>
  plainText(StateMachineName).endsWith('patent-funding'),
);
const { States: states } = JSON.parse(
  plainText(funding?.DefinitionString).replaceAll('AWS::Partition', 'aws'),
) as { States: States };

const followers = ({ Next, Default, Choices = [], Catch = [] }: State): string[] => [
  ...[Next, Default].flatMap((name) => name ?? []),
  ...[...Choices, ...Catch].map((branch) => branch.Next),
];

interface Walked {
  readonly at: string;
  readonly settled: boolean;
  readonly released: number;
}

/**
 * Every way through a machine from ReserveBudget on, with what happened to the money on it; what comes to an end in any other way than by
 * exactly one of payment and release. Loops end: the same state with the same history is walked once.
 */
function wrongEnds(machine: States): string[] {
  const wrong = new Set<string>();
  const seen = new Set<string>();
  const open: Walked[] = [{ at: 'ReserveBudget', settled: false, released: 0 }];
  for (let walked = open.pop(); walked; walked = open.pop()) {
    const { at, settled, released } = {
      ...walked,
      settled: walked.settled || walked.at === PAYS,
      released: walked.released + Number(walked.at === RELEASES),
    };
    const key = `${at} settled:${settled} released:${released}`;
    if (seen.has(key) || released > 1) {
      if (released > 1) wrong.add(key);
      continue;
    }
    seen.add(key);
    const state = machine[at];
    if (state === undefined) throw new Error(`there is no state ${at}`);
    const next = followers(state);
    const paid = at === PAID && settled;
    const isEnd = next.length === 0 || state.End === true;
    if (isEnd && at !== FAILED && Number(paid) + released !== 1) wrong.add(key);
    open.push(...next.map((name) => ({ at: name, settled, released })));
  }
  return [...wrong].sort();
}

it('after the reservation every path ends in exactly one of payment and release', () => {
  expect(wrongEnds(states)).toEqual([]);
});

it('both ends are reached', () => {
  const reached = new Set<string>();
  const open = ['ReserveBudget'];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    open.push(...followers(states[at] ?? { Type: '' }));
  }
  expect([PAID, RELEASES, 'ReleasePatents'].filter((name) => !reached.has(name))).toEqual([]);
});

it.each([
  ['a refusal goes round the release', 'IsUpheld', 'ReleasePatents'],
  ['something is called paid that was not settled', 'IsUpheld', PAID],
  ['a withdrawn case keeps its money', 'CloseDeskTasks', 'ReleasePatents'],
])('the walk finds a machine in which %s', (_, at, to) => {
  const state = states[at] ?? { Type: '' };
  const broken = state.Default === undefined ? { ...state, Next: to } : { ...state, Default: to };

  expect(wrongEnds({ ...states, [at]: broken })).not.toEqual([]);
});
