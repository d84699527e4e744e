import { expect, test } from 'vitest';
import { readFunctionResponse } from '../../../local/gateway/function-response.ts';

const read = (result: unknown) => {
  const response = readFunctionResponse(JSON.stringify(result));
  return response && { ...response, body: response.body.toString() };
};
const json = { 'content-type': 'application/json' };
const plain = { 'content-type': 'text/plain;charset=UTF-8' };

test.each([
  ['a string', 'Hello', { status: 200, headers: json, body: 'Hello' }],
  [
    'an object without statusCode',
    { message: 'Hello' },
    { status: 200, headers: json, body: '{"message":"Hello"}' },
  ],
  ['a list', [1], { status: 200, headers: json, body: '[1]' }],
  ['null', null, { status: 200, headers: json, body: 'null' }],
  ['only a status', { statusCode: 204 }, { status: 204, headers: plain, body: '' }],
  [
    'headers and cookies',
    {
      statusCode: '201',
      headers: { ETag: '"1"', 'X-Count': 3, Connection: 'close' },
      cookies: ['a=1', 'b=2'],
    },
    {
      status: 201,
      headers: { ...plain, etag: '"1"', 'x-count': '3', 'set-cookie': ['a=1', 'b=2'] },
      body: '',
    },
  ],
  [
    'base64',
    { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: 'aGk=', isBase64Encoded: true },
    { status: 200, headers: { 'content-type': 'text/html' }, body: 'hi' },
  ],
])('%s is a response', (_, result, response) => {
  expect(read(result)).toEqual(response);
});

test.each([
  ['a status that is none', { statusCode: 'ok' }],
  ['a body that is not text', { statusCode: 200, body: { a: 1 } }],
  ['a header that is an object', { statusCode: 200, headers: { a: {} } }],
  ['a header with a line break', { statusCode: 200, headers: { a: 'x\r\nset-cookie: y' } }],
  ['cookies that are no list', { statusCode: 200, cookies: 'a=1' }],
])('%s is not a response', (_, result) => {
  expect(read(result)).toBeUndefined();
});
