import { describe, expect, it } from 'vitest';
import { invalidDefinitionMessage } from '../../../local/states/definition/diagnostic.ts';
import { type ParseOptions, parseDefinition } from '../../../local/states/definition/parse.ts';

const pass = { Type: 'Pass', End: true };
const resource = 'arn:aws:states:::lambda:invoke';

function machine(state: object, more: object = {}): object {
  return { QueryLanguage: 'JSONata', StartAt: 'S', States: { S: state }, ...more };
}

function findings(definition: object | string, options?: ParseOptions): string[] {
  const parsed = parseDefinition(
    typeof definition === 'string' ? definition : JSON.stringify(definition),
    options,
  );
  if ('machine' in parsed) return [];
  return parsed.diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location}`);
}

const SCHEMA = 'SCHEMA_VALIDATION_FAILED';

describe('a definition that is no machine gets the diagnostics of AWS', () => {
  // Recorded from AWS: localstack tests/aws/services/stepfunctions/v2/test_sfn_api_validation.snapshot.json.
  it.each([
    ['', `${SCHEMA}: Definition must be a valid JSON object at undefined`],
    ['{}', `${SCHEMA}: These fields are required: [States, StartAt] at /`],
    [
      JSON.stringify({ QueryLanguage: 'JSONata', States: { S: pass } }),
      `${SCHEMA}: These fields are required: [StartAt] at /`,
    ],
    [
      JSON.stringify(machine({ ...pass, QueryLanguage: 'JSONPath' })),
      `${SCHEMA}: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/S`,
    ],
  ])('%s', (definition, expected) => {
    expect(findings(definition)).toEqual([expected]);
  });

  // The first as recorded by LocalStack, test_sfn_api_validation[NOT_A_DEF].
  it.each([
    [
      'not a definition',
      "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      'line: 1, column: 4',
    ],
    [
      "{\n 'StartAt': 1}",
      "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
      'line: 2, column: 2',
    ],
  ])('names the place of a JSON error in %j', (text, problem, place) => {
    const location = `[Source: (String)"${text}"; ${place}]`;
    const message = `${problem}\n at ${location}`;
    expect(parseDefinition(text)).toEqual({
      diagnostics: [{ severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message, location }],
    });
  });

  it('refuses tokens in an Express machine', () => {
    const task = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true };
    expect(findings(machine(task), { type: 'EXPRESS' })).toEqual([
      `${SCHEMA}: Express state machine does not support '.waitForTaskToken' service integration  at /States/S/Resource`,
    ]);
    expect(findings(machine(task), { type: 'STANDARD' })).toEqual([]);
  });
});

describe('transitions', () => {
  const at = (name: string, message: string) => `MISSING_TRANSITION_TARGET: ${message} at ${name}`;

  it.each<[string, object, string[]]>([
    [
      'Next',
      { Type: 'Pass', Next: 'Ghost' },
      [
        at('/States/S/Next', "Missing 'Next' target: Ghost"),
        'MISSING_END_STATE: Workflow has no terminal state at undefined',
      ],
    ],
    [
      'Default',
      { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'E' }], Default: 'Ghost' },
      [at('/States/S/Default', "Missing 'Next' target: Ghost")],
    ],
    [
      'a rule',
      { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Ghost' }], Default: 'E' },
      [at('/States/S/Choices[0]/Next', "Missing 'Next' target: Ghost")],
    ],
    [
      'a catcher',
      { Type: 'Task', Resource: resource, Next: 'E', Catch: [{ ErrorEquals: ['X'], Next: 'Ghost' }] },
      [at('/States/S/Catch[0]/Next', "Missing 'Next' target: Ghost")],
    ],
    ['nothing', { Type: 'Pass', End: true }, [at('/States/E', 'State "E" is not reachable.')]],
  ])('%s', (name, state, expected) => {
    const States = name === 'Next' ? { S: state } : { S: state, E: pass };
    expect(findings({ ...machine(state), States })).toEqual(expected);
  });

  it('cannot leave a branch', () => {
    const branch = { StartAt: 'B', States: { B: { Type: 'Pass', Next: 'S' } } };
    expect(findings(machine({ Type: 'Parallel', Branches: [branch], End: true }))).toEqual([
      at('/States/S/Branches[0]/States/B/Next', "Missing 'Next' target: S"),
    ]);
  });

  it('lead to a StartAt that is there', () => {
    expect(findings({ ...machine(pass), StartAt: 'X' })[0]).toBe(at('/StartAt', "Missing 'Next' target: X"));
  });
});

describe('fields', () => {
  const jsonPath = (field: string) =>
    `${SCHEMA}: The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage at /States/S`;

  it.each<[string, object, string]>([
    ['InputPath', { ...pass, InputPath: '$' }, jsonPath('InputPath')],
    ['Parameters', { ...pass, Parameters: {} }, jsonPath('Parameters')],
    ['Result', { ...pass, Result: 1 }, jsonPath('Result')],
    ['SecondsPath', { Type: 'Wait', Seconds: 1, SecondsPath: '$.a', End: true }, jsonPath('SecondsPath')],
    ['ErrorPath', { Type: 'Fail', ErrorPath: '$.a' }, jsonPath('ErrorPath')],
    ['Retry on a Pass', { ...pass, Retry: [] }, `${SCHEMA}: Field 'Retry' is not supported at /States/S`],
    [
      'TimeoutSeconds on a Pass',
      { ...pass, TimeoutSeconds: 5 },
      `${SCHEMA}: Field 'TimeoutSeconds' is not supported at /States/S`,
    ],
    ['an unknown field', { ...pass, Foo: 1 }, `${SCHEMA}: Field 'Foo' is not supported at /States/S`],
    [
      'Assign on a Succeed',
      { Type: 'Succeed', Assign: {} },
      `${SCHEMA}: Field 'Assign' is not supported at /States/S`,
    ],
    [
      'neither Next nor End',
      { Type: 'Pass' },
      `${SCHEMA}: Exactly one of these fields is required: [Next, End] at /States/S`,
    ],
    [
      'no Resource',
      { Type: 'Task', End: true },
      `${SCHEMA}: These fields are required: [Resource] at /States/S`,
    ],
    ['no type', { End: true }, `${SCHEMA}: These fields are required: [Type] at /States/S`],
    [
      'an unknown type',
      { ...pass, Type: 'Loop' },
      `${SCHEMA}: Value should be one of the following: [Pass, Task, Choice, Wait, Succeed, Fail, Parallel, Map] at /States/S/Type`,
    ],
    [
      'Seconds and Timestamp',
      { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true },
      `${SCHEMA}: Exactly one of these fields is required: [Seconds, Timestamp] at /States/S`,
    ],
    [
      'negative Seconds',
      { Type: 'Wait', Seconds: -1, End: true },
      `${SCHEMA}: Value is not in range [0, 99999999]: -1 at /States/S/Seconds`,
    ],
    [
      'a Timestamp without offset',
      { Type: 'Wait', Timestamp: '2026-01-01T00:00:00', End: true },
      `${SCHEMA}: String does not match RFC3339 timestamp at /States/S/Timestamp`,
    ],
    [
      'States.ALL in company',
      { Type: 'Task', Resource: resource, End: true, Retry: [{ ErrorEquals: ['States.ALL', 'X'] }] },
      `${SCHEMA}: 'States.ALL' must appear alone at /States/S/Retry[0]/ErrorEquals`,
    ],
    [
      'States.ALL first',
      {
        Type: 'Task',
        Resource: resource,
        End: true,
        Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }],
      },
      `${SCHEMA}: 'States.ALL' must appear in the last entry at /States/S/Retry[0]/ErrorEquals`,
    ],
    [
      'a low BackoffRate',
      { Type: 'Task', Resource: resource, End: true, Retry: [{ ErrorEquals: ['X'], BackoffRate: 0.5 }] },
      `${SCHEMA}: Value is not in range [1, ${Number.MAX_VALUE}]: 0.5 at /States/S/Retry[0]/BackoffRate`,
    ],
    [
      'a JitterStrategy',
      {
        Type: 'Task',
        Resource: resource,
        End: true,
        Retry: [{ ErrorEquals: ['X'], JitterStrategy: 'HALF' }],
      },
      `${SCHEMA}: Value should be one of the following: [FULL, NONE] at /States/S/Retry[0]/JitterStrategy`,
    ],
    [
      'a catcher with ResultPath',
      {
        Type: 'Task',
        Resource: resource,
        End: true,
        Catch: [{ ErrorEquals: ['X'], Next: 'S', ResultPath: '$' }],
      },
      jsonPath('ResultPath').replace('/States/S', '/States/S/Catch[0]'),
    ],
    [
      'a resource',
      { Type: 'Task', Resource: 'lambda', End: true },
      `${SCHEMA}: The resource provided lambda is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource`,
    ],
    [
      'a variable named states',
      { ...pass, Assign: { states: 1 } },
      `${SCHEMA}: Invalid variable name: 'states' at /States/S/Assign/states`,
    ],
    [
      'a variable with a dash',
      { ...pass, Assign: { 'a-b': 1 } },
      `${SCHEMA}: Invalid variable name: 'a-b' at /States/S/Assign/a-b`,
    ],
  ])('%s', (_name, state, expected) => {
    expect(findings(machine(state))[0]).toBe(expected);
  });

  it('Comment is accepted everywhere', () => {
    const note = { Comment: 'why' };
    const inner = { StartAt: 'I', States: { I: { ...pass, ...note } }, ...note };
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'C',
      ...note,
      States: {
        C: {
          Type: 'Choice',
          Choices: [{ Condition: '{% true %}', Next: 'P', ...note }],
          Default: 'P',
          ...note,
        },
        P: {
          Type: 'Parallel',
          Branches: [inner],
          Retry: [{ ErrorEquals: ['X'], ...note }],
          Catch: [{ ErrorEquals: ['X'], Next: 'M', ...note }],
          Next: 'M',
        },
        M: { Type: 'Map', ItemProcessor: { ...inner, States: { J: pass }, StartAt: 'J' }, End: true },
      },
    };
    expect(findings(definition)).toEqual([]);
  });

  it('a definition without QueryLanguage is in JSONPath, which is refused', () => {
    expect(findings({ StartAt: 'S', States: { S: pass } })).toHaveLength(1);
    expect(findings({ StartAt: 'S', States: { S: { ...pass, QueryLanguage: 'JSONata' } } })).toEqual([]);
  });
});

describe('expressions', () => {
  const at = (code: string, message: string, place = 'Output/v') => [
    `${code}: ${message} at /States/S/${place}`,
  ];

  it.each<[string, string[]]>([
    ['{% $a[1,2) %}', at('INVALID_JSONATA_EXPRESSION', 'Expected "]", got ","')],
    ['{% %}', at('INVALID_JSONATA_EXPRESSION', 'Unexpected end of expression')],
    ['{% $a ?? 1 %}', at('INVALID_JSONATA_EXPRESSION', 'Syntax error: "??"')],
    ['{% $a', at('INVALID_JSONATA_EXPRESSION', "A JSONata expression starts with '{%' and ends with '%}'")],
    [
      '{% phone %}',
      at('UNSUPPORTED_JSONATA_EXPRESSION', "Reference to 'phone' at the top level is not supported."),
    ],
    ['{% $ %}', at('UNSUPPORTED_JSONATA_EXPRESSION', "Reference to '$' at the top level is not supported.")],
    ['{% $$.a %}', at('UNSUPPORTED_JSONATA_EXPRESSION', "Reference to '$$' is not supported.")],
    ['{% $states.result %}', at('UNSUPPORTED_JSONATA_EXPRESSION', "Field '$states.result' does not exist.")],
    [
      '{% $states.errorOutput.Error %}',
      at('UNSUPPORTED_JSONATA_EXPRESSION', "Field '$states.errorOutput' does not exist."),
    ],
    ['{% $states.input.items[price > 2].{"p": price, "all": $} %}', []],
    ['{% $map($states.input.list, function($v) { $v.a }) %}', []],
    [' {% phone %}', []],
  ])('%s', (text, expected) => {
    expect(findings(machine({ ...pass, Output: { v: text } }))).toEqual(expected);
  });

  it('may read the result and the error where there is one', () => {
    const task = {
      Type: 'Task',
      Resource: resource,
      Output: '{% $states.result %}',
      Assign: { r: '{% $states.result.a %}' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'E', Output: '{% $states.errorOutput %}' }],
      Next: 'E',
    };
    expect(findings({ ...machine(task), States: { S: task, E: pass } })).toEqual([]);
    const early = { ...task, Arguments: { a: '{% $states.result %}' } };
    expect(findings({ ...machine(early), States: { S: early, E: pass } })).toHaveLength(1);
  });

  it('are not looked for in comments', () => {
    expect(findings(machine({ ...pass, Comment: '{% phone %}' }))).toEqual([]);
  });
});

describe('names', () => {
  const branchWith = (state: object) => ({ StartAt: 'B', States: { B: state } });
  const inner = { Type: 'Parallel', Branches: [branchWith({ ...pass, Assign: { x: 2 } })], End: true };

  it('of states are unique in the whole definition', () => {
    const fan = { Type: 'Parallel', Branches: [branchWith(pass), branchWith(pass)], End: true };
    expect(findings(machine(fan))).toEqual([
      'DUPLICATE_STATE_NAME: Duplicate State name: B at /States/S/Branches[1]/States/B',
    ]);
  });

  it('of outer variables cannot be assigned in a branch', () => {
    const definition = {
      ...machine({}),
      States: { S: { Type: 'Pass', Assign: { x: 1 }, Next: 'P' }, P: inner },
    };
    expect(findings(definition)).toEqual([
      'DUPLICATE_VARIABLE_NAME: Duplicate variable name: x at /States/P/Branches[0]/States/B/Assign/x',
    ]);
  });

  it('of variables assigned only after the branch are free', () => {
    const States = { S: { ...inner, End: undefined, Next: 'A' }, A: { ...pass, Assign: { x: 1 } } };
    expect(findings({ ...machine({}), States })).toEqual([]);
  });

  it('of variables of a distributed map are its own', () => {
    const map = {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        ...branchWith({ ...pass, Assign: { x: 2 } }),
      },
      End: true,
    };
    const States = { S: { Type: 'Pass', Assign: { x: 1 }, Next: 'M' }, M: map };
    expect(findings({ ...machine({}), States })).toEqual([]);
  });

  it('of states have at most 80 characters', () => {
    const name = 'n'.repeat(81);
    expect(findings({ QueryLanguage: 'JSONata', StartAt: name, States: { [name]: pass } })).toEqual([
      `INVALID_STATE_NAME: Invalid State name: '${name}' at /States/${name}`,
    ]);
  });
});

describe('a map', () => {
  const processor = { StartAt: 'I', States: { I: pass } };
  const distributed = { ...processor, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
  const map = { Type: 'Map', ItemProcessor: processor, End: true };

  it.each<[string, object, string]>([
    [
      'without processor',
      { ItemProcessor: undefined },
      `${SCHEMA}: These fields are required: [ItemProcessor] at /States/S`,
    ],
    [
      'inline with batches',
      { ItemBatcher: { MaxItemsPerBatch: 1 } },
      `${SCHEMA}: Field 'ItemBatcher' is not supported in 'INLINE' mode at /States/S`,
    ],
    ['with Iterator', { Iterator: processor }, `${SCHEMA}: Field 'Iterator' is not supported at /States/S`],
    ['with a text as Items', { Items: 'x' }, `${SCHEMA}: Expected value of type [ARRAY] at /States/S/Items`],
    [
      'with too high a percentage',
      { ToleratedFailurePercentage: 101 },
      `${SCHEMA}: Value is not in range [0, 100]: 101 at /States/S/ToleratedFailurePercentage`,
    ],
    [
      'without ExecutionType',
      { ItemProcessor: { ...processor, ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
      `${SCHEMA}: These fields are required: [ExecutionType] at /States/S/ItemProcessor/ProcessorConfig`,
    ],
    [
      'with a label that no ARN can hold',
      { ItemProcessor: distributed, Label: 'a b' },
      "INVALID_LABEL_NAME: Invalid Label name: 'a b' at /States/S/Label",
    ],
    [
      'whose batches have no limit',
      { ItemProcessor: distributed, ItemBatcher: {} },
      `${SCHEMA}: At least one of these fields is required: [MaxItemsPerBatch, MaxInputBytesPerBatch] at /States/S/ItemBatcher`,
    ],
    [
      'whose processor names a language',
      { ItemProcessor: { ...processor, QueryLanguage: 'JSONata' } },
      `${SCHEMA}: Field 'QueryLanguage' is not supported at /States/S/ItemProcessor`,
    ],
  ])('%s is refused', (_name, change, expected) => {
    expect(findings(machine({ ...map, ...change }))).toEqual([expected]);
  });
});

it('a nest of a hundred thousand arrays is refused, not a crash', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const text = `{"QueryLanguage":"JSONata","StartAt":"S","States":{"S":{"Type":"Pass","End":true,"Output":${deep}}}}`;
  expect(findings(text)[0]).toMatch(/^TOO_DEEPLY_NESTED/);
});

it('CreateStateMachine answers one diagnostic or a list of them', () => {
  const one = {
    severity: 'ERROR',
    code: 'MISSING_END_STATE',
    message: 'Workflow has no terminal state',
  } as const;
  const two = {
    severity: 'ERROR',
    code: 'DUPLICATE_STATE_NAME',
    message: 'Duplicate State name: A',
    location: '/States/A',
  } as const;
  expect(invalidDefinitionMessage([one])).toBe(
    "Invalid State Machine Definition: 'MISSING_END_STATE: Workflow has no terminal state at null'",
  );
  expect(invalidDefinitionMessage([two, two])).toBe(
    "Invalid State Machine Definition: ''DUPLICATE_STATE_NAME: Duplicate State name: A at /States/A', " +
      "'DUPLICATE_STATE_NAME: Duplicate State name: A at /States/A''",
  );
});
