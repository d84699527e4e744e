import type { MachineState } from './execution.ts';

interface Leading {
  readonly Next: string;
}

/** What the graph needs of a definition: https://states-language.net */
interface State extends Partial<Leading> {
  readonly Type: string;
  readonly Default?: string;
  readonly Choices?: readonly Leading[];
  readonly Catch?: readonly Leading[];
  readonly Branches?: readonly Machine[];
  readonly ItemProcessor?: Machine;
}

export interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** What a branch stands in, and where that goes on. */
interface Around {
  readonly name: string;
  readonly next: readonly string[];
}

/**
 * The states of a definition as one flat graph, the first one first: a Parallel or Map leads into its branches, and where a branch ends
 * it leads to what follows.
 */
export function machineStates({ StartAt, States }: Machine, around?: Around): readonly MachineState[] {
  const names = Object.keys(States).filter((name) => name !== StartAt);
  return [StartAt, ...names].flatMap((name) => {
    const state = States[name];
    return state ? withBranches(name, state, around) : [];
  });
}

function withBranches(name: string, state: State, around: Around | undefined): readonly MachineState[] {
  const { Type, Next, Default, Choices = [], Catch = [], Branches = [], ItemProcessor } = state;
  const ways = [Next, ...Choices.map((choice) => choice.Next), Default].filter((way) => way !== undefined);
  const onwards = ways.length > 0 || Type === 'Fail' ? ways : (around?.next ?? []);
  const branches = ItemProcessor ? [ItemProcessor] : Branches;
  const entered = branches.length > 0 ? branches.map(({ StartAt }) => StartAt) : onwards;
  const next = [...new Set([...entered, ...Catch.map((way) => way.Next)])];
  return [
    { name, type: Type, ...(around && { within: around.name }), next },
    ...branches.flatMap((branch) => machineStates(branch, { name, next: onwards })),
  ];
}
