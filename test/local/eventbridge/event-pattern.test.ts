import { expect, test } from 'vitest';
import { parseEventPattern } from '../../../local/eventbridge/event-pattern.ts';

const event = {
  source: 'cases',
  'detail-type': 'CaseDecided',
  resources: ['arn:aws:states:::a', 'arn:aws:states:::b'],
  detail: {
    state: 'DECIDED',
    level: 5,
    note: null,
    urgent: true,
    ip: '10.0.3.7',
    file: 'report.PDF',
    tags: ['tax', 'land'],
    parts: [
      { kind: 'a', size: 1 },
      { kind: 'b', size: 9 },
    ],
  },
};

const detail = (pattern: object) => ({ detail: pattern });

test.each<[string, object, boolean]>([
  ['a value', { source: ['cases'] }, true],
  ['one of several values', { source: ['others', 'cases'] }, true],
  ['another value', { source: ['others'] }, false],
  ['every field', { source: ['cases'], 'detail-type': ['Other'] }, false],
  ['a member of a list', { resources: ['arn:aws:states:::b'] }, true],
  ['null', detail({ note: [null] }), true],
  ['null where the field is absent', detail({ absent: [null] }), false],
  ['a boolean', detail({ urgent: [true] }), true],
  ['a number', detail({ level: [5] }), true],
  ['text that is not the number', detail({ level: ['5'] }), false],
  ['prefix', detail({ state: [{ prefix: 'DEC' }] }), true],
  ['prefix of a list member', { resources: [{ prefix: 'arn:aws:s3' }] }, false],
  ['prefix ignoring case', detail({ state: [{ prefix: { 'equals-ignore-case': 'dec' } }] }), true],
  ['suffix', detail({ file: [{ suffix: '.pdf' }] }), false],
  ['suffix ignoring case', detail({ file: [{ suffix: { 'equals-ignore-case': '.pdf' } }] }), true],
  ['equals-ignore-case', detail({ state: [{ 'equals-ignore-case': 'decided' }] }), true],
  ['wildcard', detail({ file: [{ wildcard: 'r*rt.*' }] }), true],
  ['wildcard with a plain dot', detail({ file: [{ wildcard: 'report_PDF' }] }), false],
  ['exists', detail({ level: [{ exists: true }] }), true],
  ['exists on null', detail({ note: [{ exists: true }] }), true],
  ['absence', detail({ level: [{ exists: false }] }), false],
  ['absence of what is absent', detail({ absent: [{ exists: false }] }), true],
  ['absence below what is absent', detail({ absent: { deeper: [{ exists: false }] } }), true],
  ['numeric range', detail({ level: [{ numeric: ['>', 0, '<=', 5] }] }), true],
  ['numeric outside', detail({ level: [{ numeric: ['>', 5] }] }), false],
  ['numeric equality', detail({ level: [{ numeric: ['=', 5.0] }] }), true],
  ['cidr', detail({ ip: [{ cidr: '10.0.0.0/16' }] }), true],
  ['cidr outside', detail({ ip: [{ cidr: '10.1.0.0/16' }] }), false],
  ['anything-but', detail({ state: [{ 'anything-but': 'OPEN' }] }), true],
  ['anything-but one of a list', detail({ state: [{ 'anything-but': ['OPEN', 'DECIDED'] }] }), false],
  ['anything-but a prefix', detail({ state: [{ 'anything-but': { prefix: 'DEC' } }] }), false],
  ['anything-but where the field is absent', detail({ absent: [{ 'anything-but': 'x' }] }), false],
  ['anything-but a member of a list', detail({ tags: [{ 'anything-but': 'tax' }] }), false],
  [
    'one object of a list as a whole',
    detail({ parts: { kind: ['b'], size: [{ numeric: ['>', 5] }] } }),
    true,
  ],
  [
    'no object of a list as a whole',
    detail({ parts: { kind: ['a'], size: [{ numeric: ['>', 5] }] } }),
    false,
  ],
  ['$or', detail({ $or: [{ state: ['OPEN'] }, { level: [5] }] }), true],
  ['$or that fails', detail({ $or: [{ state: ['OPEN'] }, { level: [6] }] }), false],
])('a pattern with %s matches as on AWS', (_, pattern, matches) => {
  expect(parseEventPattern(pattern)(event)).toBe(matches);
});

test.each([
  [{ source: 'cases' }, '$.source'],
  [{ source: [] }, '$.source'],
  [detail({ state: [{ like: 'x' }] }), '$.detail.state: the operator like'],
  [detail({ level: [{ numeric: ['~', 1] }] }), '$.detail.level.numeric'],
  [[], 'an event pattern is an object'],
])('the pattern %j is refused and the place named', (pattern, place) => {
  expect(() => parseEventPattern(pattern)).toThrow(place);
});
