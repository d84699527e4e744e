/** The machines that are measured. */
const steps = (from: number, to: number, after: object): Record<string, object> =>
  Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, index) => {
      const number = from + index;
      const transition = number === to ? after : { Next: `Step${number + 1}` };
      return [`Step${number}`, { ...step, ...transition }];
    }),
  );

const step = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'step', Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
};

const branch = (number: number) => ({
  StartAt: `Ask${number}`,
  States: {
    [`Ask${number}`]: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'ask',
        Payload: { case: '{% $states.context.Execution.Name %}', token: '{% $states.context.Task.Token %}' },
      },
      End: true,
    },
  },
});

/** 8 durable steps, then 5 branches that wait for a token each, then 4 more steps. */
export const caseMachine = {
  QueryLanguage: 'JSONata',
  StartAt: 'Step1',
  States: {
    ...steps(1, 8, { Next: 'Fan' }),
    Fan: { Type: 'Parallel', Branches: [1, 2, 3, 4, 5].map(branch), Next: 'Step9' },
    ...steps(9, 12, { End: true }),
  },
};

/** 20 states that hand their input on. */
export const passMachine = {
  QueryLanguage: 'JSONata',
  StartAt: 'Pass1',
  States: Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `Pass${index + 1}`,
      { Type: 'Pass', ...(index === 19 ? { End: true } : { Next: `Pass${index + 2}` }) },
    ]),
  ),
};

/** Only the five branches, for very many parked executions. */
export const fanMachine = {
  QueryLanguage: 'JSONata',
  StartAt: 'Fan',
  States: { Fan: { Type: 'Parallel', Branches: [1, 2, 3, 4, 5].map(branch), End: true } },
};

/** A loop that fills a history of 25,000 events with tasks. */
export const longMachine = {
  QueryLanguage: 'JSONata',
  StartAt: 'Step',
  States: {
    Step: { ...step, Assign: { n: '{% $states.context.State.RetryCount %}' }, Next: 'Again' },
    Again: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'End' }], Default: 'Step' },
    End: { Type: 'Succeed' },
  },
};
