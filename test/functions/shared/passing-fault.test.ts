import { describe, expect, it } from 'vitest';
import { TransientError } from '../../../functions/shared/errors.ts';
import { translatePassingFault } from '../../../functions/shared/passing-fault.ts';

const fault = (name: string, more: object = {}) => Object.assign(new Error('x'), { name, ...more });

describe('an error of the SDK', () => {
  it.each([
    fault('ThrottlingException'),
    fault('ProvisionedThroughputExceededException'),
    fault('TimeoutError'),
    fault('Error', { code: 'ECONNREFUSED' }),
    fault('Anything', { $metadata: { httpStatusCode: 503 } }),
    fault('Anything', { $metadata: { httpStatusCode: 429 } }),
  ])('that passes becomes transient and keeps its cause: $name', (error) => {
    const translated = translatePassingFault(error);

    expect(translated).toBeInstanceOf(TransientError);
    expect(translated).toMatchObject({ name: 'TransientError', cause: error });
  });

  it.each([
    fault('ConditionalCheckFailedException', { $metadata: { httpStatusCode: 400 } }),
    fault('AccessDeniedException', { $metadata: { httpStatusCode: 403 } }),
    fault('TaskTimedOut', { $metadata: { httpStatusCode: 400 } }),
    fault('TypeError'),
    'no error at all',
  ])('that does not pass stays as it is: %s', (error) => {
    expect(translatePassingFault(error)).toBe(error);
  });
});
