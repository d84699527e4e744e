import { expect, test } from 'vitest';
import { checkTargetInput, type TargetInput, targetInput } from '../../../local/eventbridge/target-input.ts';

const event = {
  id: 'e1',
  source: 'cases',
  'detail-type': 'CaseDecided',
  detail: { caseId: 'C1', note: 'say "yes"\n', items: [{ n: 1 }, { n: 2 }], amount: 5 },
};
const facts = { ruleArn: 'arn:rule', ruleName: 'decided', ingestionTime: '2026-03-12T00:00:00Z' };
const paths = {
  caseId: '$.detail.caseId',
  note: '$.detail.note',
  last: '$.detail.items[1]',
  none: '$.detail.none',
};
const transformed = (template: string): TargetInput => ({ transformer: { paths, template } });

test.each<[string, TargetInput, string]>([
  ['nothing', {}, JSON.stringify(event)],
  ['a constant', { input: '{"a":1}' }, '{"a":1}'],
  ['a path', { inputPath: '$.detail.items[0]' }, '{"n":1}'],
  ['a path with a dash', { inputPath: '$.detail-type' }, '"CaseDecided"'],
  ['values in JSON', transformed('{"id": <caseId>, "last": <last>}'), '{"id": "C1", "last": {"n":2}}'],
  [
    'values in text',
    transformed('{"text": "case <caseId>: <note>"}'),
    '{"text": "case C1: say \\"yes\\"\\n"}',
  ],
  ['absent values', transformed('{"a": <none>, "b": "<none>"}'), '{"a": null, "b": ""}'],
  ['facts of the rule', transformed('"<aws.events.rule-name> <aws.events.rule-arn>"'), '"decided arn:rule"'],
  ['other angle brackets', transformed('"1 < 2 <unknown>"'), '"1 < 2 <unknown>"'],
])('%s makes the input', (_, target, expected) => {
  expect(targetInput(target, event, facts)).toBe(expected);
});

test('the whole event can stand in a template', () => {
  const input = targetInput(transformed('{"event": <aws.events.event.json>}'), event, facts);

  expect(JSON.parse(input)).toEqual({ event });
});

test.each(['detail', '$.detail.*', '$..x', '$.a[?(@.b)]'])('the path %s is refused', (inputPath) => {
  expect(() => checkTargetInput({ inputPath })).toThrow(SyntaxError);
});
