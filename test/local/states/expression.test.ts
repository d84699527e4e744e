import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../local/json.ts';
import { compile } from '../../../local/states/expression/compile.ts';
import { evaluateTemplate } from '../../../local/states/expression/evaluate.ts';
import { NOT_FAST } from '../../../local/states/expression/fast-operators.ts';
import { normalise } from '../../../local/states/expression/normalise.ts';
import { parseOffsetDateTime } from '../../../local/states/expression/offset-date-time.ts';
import type { Bindings } from '../../../local/states/expression/scope.ts';

const bindings: Bindings = {
  states: {
    input: { n: 7, list: [1, 2], one: [5], none: [], nul: null, text: 'ab' },
    context: { State: { Name: 'S' } },
  },
  variables: { x: { y: 'deep' }, items: [{ v: 1 }, { v: 2 }] },
  nowMs: Date.UTC(2026, 10, 23, 1, 2, 3, 4),
};

const memoryExceeded = 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
const depthExceeded =
  'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive';

function value(expression: string): Promise<JsonValue> {
  return Promise.resolve().then(() =>
    evaluateTemplate(`{% ${expression} %}`, bindings, { field: 'Output/v' }),
  );
}

async function cause(expression: string): Promise<string> {
  const failure = await value(expression).then(
    (given) => expect.fail(`gave ${JSON.stringify(given)}`),
    (thrown: unknown) => thrown,
  );
  expect(failure).toMatchObject({ error: 'States.QueryEvaluationError', location: 'Output/v' });
  const prefix = `The JSONata expression '${expression}' specified for the field 'Output/v' `;
  const text = (failure as { cause: string }).cause;
  expect(text.startsWith(prefix)).toBe(true);
  return text.slice(prefix.length);
}

describe('an expression', () => {
  it.each<[string, JsonValue]>([
    ['$states.input.n + 1', 8],
    ['$x.y', 'deep'],
    ['$items.v', [1, 2]],
    ['$items[v = 2].v', 2],
    ['$states.input.one', [5]],
    ['$states.input.none', []],
    ['$states.input.nul', null],
    ['$states.context.State.Name', 'S'],
    ['1/0', 'Infinity'],
    ['[-1/0, 0/0]', ['-Infinity', 'NaN']],
    ['$now()', '2026-11-23T01:02:03.004Z'],
    ["$now('[Y0001]-[M01]-[D01]')", '2026-11-23'],
    ['$millis()', Date.UTC(2026, 10, 23, 1, 2, 3, 4)],
    ['$distinct([1, "1", 1, {"a":1,"b":2}, {"b":2,"a":1}])', [1, '1', { a: 1, b: 2 }]],
    ['$map([1..3], function($v) { $v * 2 })', [2, 4, 6]],
    ["$base64encode('两江新区')", '5Lik5rGf5paw5Yy6'],
    ["$base64decode('5Lik5rGf5paw5Yy6')", '两江新区'],
    ["$base64decode('YWJ')", 'ab'],
    ["$decodeUrlComponent('a+b%20%E4%B8%A4%E6')", 'a b 两\uFFFD'],
    ['$sum($map([1..200000], function($v){$v * 2}))', 40_000_200_000],
    ['$count([1..873782])', 873_782],
    [`1${'+1'.repeat(99)}`, 100],
  ])('%s gives what JSONata gives', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it.each([
    ['$states.input.missing', 'returned nothing (undefined).'],
    ['$doesNotExist', 'returned nothing (undefined).'],
    ["$eval('1')", 'threw an error during evaluation. T1006: Attempted to invoke a non-function'],
    [
      "1 < 'a'",
      'threw an error during evaluation. T2009: The values 1 and "a" either side of operator "<" must be of the same data type',
    ],
    ["$base64decode('a*b')", 'threw an error during evaluation. D3137: Invalid base64'],
    [
      "$decodeUrlComponent('%zz')",
      'threw an error during evaluation. D3140: Malformed URL passed to $decodeUrlComponent(): "%zz"',
    ],
    ["$error('no')", 'threw an error during evaluation. D3137: no'],
    ['$sum', 'returned an unsupported result type.'],
    ['function($a){$a}', 'returned an unsupported result type.'],
    ['[1..873783]', `threw an error during evaluation: ${memoryExceeded}`],
    ['$range(1, 360146, 1)', `threw an error during evaluation: ${memoryExceeded}`],
    [
      "($f := function($s, $n){ $n = 0 ? $s : $f($s & $s, $n - 1) }; $f('x', 23))",
      `threw an error during evaluation: ${memoryExceeded}`,
    ],
    ['($f := function($x){ 1 + $f($x) }; $f(1))', `threw an error during evaluation: ${depthExceeded}`],
    [`1${'+1'.repeat(100)}`, `threw an error during evaluation: ${depthExceeded}`],
    [`${'('.repeat(20000)}1${')'.repeat(20000)}`, `threw an error during evaluation: ${depthExceeded}`],
  ])("%s fails with AWS's cause", async (expression, expected) => {
    expect(await cause(expression)).toBe(expected);
  });

  it('that loops is stopped while others get their turn', async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    const text = await cause('($f := function($x){ $f($x+1) }; $f(1))');
    clearInterval(others);
    expect(text).toBe(
      'threw an error during evaluation: Expression evaluation timeout: Check for infinite loop',
    );
    expect(turns).toBeGreaterThan(20);
  }, 20_000);

  it.each(['/^(a+)+$/', '/^(?=a)(a+)+$/'])(
    'with the pattern %s does not search for ever',
    async (pattern) => {
      const startedMs = performance.now();
      await value(`$contains('${'a'.repeat(60)}b', ${pattern})`).catch(() => undefined);
      expect(performance.now() - startedMs).toBeLessThan(5_000);
    },
  );
});

describe('the functions of Step Functions', () => {
  it.each<[string, JsonValue]>([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$partition([1,2,3,4,5], 2.9)', [[1, 2], [3, 4], [5]]],
    ['$partition([1,2,3])', [[1, 2, 3]]],
    ['$exists($partition([1,2,3], 0))', false],
    ['$exists($partition([], 2))', false],
    ['$range(0, 10, 2)', [0, 2, 4, 6, 8, 10]],
    ['$range(10, 0, -2)', [10, 8, 6, 4, 2, 0]],
    ['$range(-1.7, 2, 1)', [-1, 0, 1, 2]],
    ['$range(3, 3, 1)', 3],
    ['[$range(3, 0, 1)]', []],
    ['$exists($range(1, 5))', false],
    ['$exists($range(1, 5, 0))', false],
    ["$hash('Hello', 'MD5')", '8b1a9953c4611296a827abf8c47804d7'],
    ["$hash('Hello', 'SHA-1')", 'f7ff9e8b7bb2e09b70935a5d785e0cc5d9d0abf0'],
    ["$hash('Hello', 'SHA-256')", '185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969'],
    ["$hash('ñ', 'MD5')", '94e9342ecbb1458b6043ecd3bfcbc192'],
    ["$exists($hash('a'))", false],
    ["$map(['Hello'], $hash(?, 'MD5'))", '8b1a9953c4611296a827abf8c47804d7'],
    ['$random(42)', 0.7275636800328681],
    ['$random(0)', 0.730967787376657],
    ['$random(7)', 0.7306990420600421],
    ['$random(0.9)', 0.730967787376657],
    ['$random() < 1', true],
    ['$contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)', true],
    ['$uuid() = $uuid()', false],
    ['$parse(\'{"b":1,"a":[2.0,1e2]}\')', { b: 1, a: [2, 100] }],
    ["$parse(\"{'a': 'it'}\")", { a: 'it' }],
    ["$exists($parse('null'))", true],
    ['$exists($parse())', false],
    ['$map([\'{"a":1}\', \'{"a":2}\'], $parse).a', [1, 2]],
  ])('%s', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it.each([
    ['$partition(null, 2)', 'T0412: Argument 1 of function "partition" must be an array of undefined'],
    ['$partition([1], -1)', 'D3137: Second argument must be zero or greater'],
    ["$partition([1], '2')", 'T0410: Argument 2 of function "partition" does not match function signature'],
    ['$range(1)', 'T0410: Argument 2 of function "range" does not match function signature'],
    ['$range(1, 5, null)', 'T0410: Argument 3 of function "range" does not match function signature'],
    ['$range(1, 5, 1, 9)', 'T0410: Argument 4 of function "range" does not match function signature'],
    ['$hash()', 'T0410: Argument 1 of function "hash" does not match function signature'],
    ["$hash('a', 'md5')", "D3137: Hash algorithm 'md5' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5"],
    ["$random('a')", 'T0410: Argument 1 of function "random" does not match function signature'],
    ["$uuid('a')", 'T0410: Argument 1 of function "uuid" does not match function signature'],
    ['$parse(null)', 'T0410: Argument 1 of function "parse" does not match function signature'],
    ["$parse('')", 'D3137: Invalid JSON'],
    ['$parse(\'{"a":1}{}\')', 'D3137: Invalid JSON'],
    ['$parse(\'{"a":1,"a":2}\')', 'D3137: Invalid JSON'],
    ["$parse('1e400')", 'D3137: Invalid JSON'],
    ["$parse('NaN')", 'D3137: Invalid JSON'],
  ])('%s is refused', async (expression, expected) => {
    expect(await cause(expression)).toBe(`threw an error during evaluation. ${expected}`);
  });
});

describe('a template', () => {
  it('without expressions is returned as it is', () => {
    const template = { a: [1, ' {% x %}', '{% x', 'x %}'], b: null };
    expect(evaluateTemplate(template, bindings, { field: 'Output' })).toBe(template);
  });

  it('names the place of the first expression that fails', async () => {
    const template = { a: [1, '{% 1 + 1 %}', ['{% $sum([1]) %}', '{% $no %}']], z: '{% $neither %}' };
    await expect(async () =>
      evaluateTemplate(template, bindings, { field: 'Arguments' }),
    ).rejects.toMatchObject({
      location: 'Arguments/a[2][1]',
    });
  });

  it('keeps a null that an expression gives', async () => {
    const template = { a: '{% null %}', b: ['{% $states.input.nul %}'] };
    expect(await evaluateTemplate(template, bindings, { field: 'Output' })).toEqual({ a: null, b: [null] });
  });
});

describe('a date and time with an offset', () => {
  it.each([
    ['2016-12-05T21:29:29Z', Date.UTC(2016, 11, 5, 21, 29, 29)],
    ['2016-12-05T21:29:29.123456789Z', Date.UTC(2016, 11, 5, 21, 29, 29, 123)],
    ['2016-12-05T21:29:29+09:00', Date.UTC(2016, 11, 5, 12, 29, 29)],
    ['2016-12-05T21:29:29-00:30', Date.UTC(2016, 11, 5, 21, 59, 29)],
    ['2016-12-05T21:29Z', Date.UTC(2016, 11, 5, 21, 29)],
    ['2016-12-05t21:29:29z', Date.UTC(2016, 11, 5, 21, 29, 29)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2016-12-05 21:29:29Z', undefined],
    ['2016-12-05T21:29:29', undefined],
    ['2016-02-30T21:29:29Z', undefined],
    ['2016-12-05T25:29:29Z', undefined],
    ['2016-12-05T21:60:29Z', undefined],
    ['2016-13-05T21:29:29Z', undefined],
  ])('%s', (text, expected) => {
    expect(parseOffsetDateTime(text)).toBe(expected);
  });
});

describe('the synchronous evaluation', () => {
  const names = ['a', 'b', 'list'];
  const json = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom<JsonValue>(null, true, false, 0, 1, -2.5, 1234567890123, 1e300, '', 'a', 'ab'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 3 }),
    ) as fc.Arbitrary<JsonValue>,
  })).value;
  const path = fc
    .tuple(
      fc.constantFrom('$states.input', '$x', '$y'),
      fc.array(fc.constantFrom(...names), { maxLength: 3 }),
    )
    .map(([head, rest]) => [head, ...rest].join('.'));
  const expression = fc.letrec<{ e: string }>((tie) => ({
    e: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      path,
      fc.constantFrom('1', '-2.5', "'ab'", 'true', 'false', 'null'),
      fc
        .tuple(
          tie('e'),
          fc.constantFrom('=', '!=', '<', '<=', '>', '>=', '&', '&', '+', '-', '*', '/', 'and', 'or'),
          tie('e'),
        )
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      tie('e').map((inner) => `$exists(${inner})`),
      tie('e').map((inner) => `$not(${inner})`),
      tie('e').map((inner) => `$count(${inner})`),
      fc.tuple(tie('e'), tie('e'), tie('e')).map(([c, t, f]) => `(${c} ? ${t} : ${f})`),
      fc.tuple(tie('e'), tie('e')).map(([a, b]) => `{"p": ${a}, "q": ${b}}`),
      fc.array(tie('e'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    ) as fc.Arbitrary<string>,
  })).e;

  it('agrees with jsonata wherever it gives a value', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(expression, json, json, async (source, input, x) => {
        const scope: Bindings = { states: { input, context: {} }, variables: { x }, nowMs: 0 };
        const compiled = compile(source);
        const fast = compiled.fast(scope);
        if (fast === NOT_FAST) return;
        compared++;
        const full = await compiled.full.evaluate(undefined, { x, states: scope.states });
        expect(fast).toEqual(normalise(full));
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(500);
  }, 30_000);
});
