const ended: ReadonlySet<string> = new Set(['ParallelStateSucceeded', 'ParallelStateFailed']);

/**
 * What is left of a history's event types in a recording whose Parallel states LocalStack has put in order: while sorting, it
 * loses the event that ends the branches when the exit from the state follows on it. Ids and previousEventIds of such
 * recordings show the gap. Source: localstack/localstack, tests/aws/services/stepfunctions/conftest.py,
 * SfnNoneRecursiveParallelTransformer.
 */
export function asRecorded(types: readonly string[]): readonly string[] {
  return types.filter((type, index) => !(ended.has(type) && types[index + 1] === 'ParallelStateExited'));
}
