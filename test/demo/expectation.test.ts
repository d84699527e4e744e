import { describe, expect, it } from 'vitest';
import { expectRefusal, expectToSee, found } from '../../demo/expectation.ts';
import { Refusal } from '../../demo/person.ts';

const conflict = new Refusal(409, {
  type: 'about:blank',
  title: 'Conflict',
  status: 409,
  code: 'x',
  zh: '冲突',
  en: 'x',
});

describe('a demonstration that does not see what it should', () => {
  it('says what was expected and what was seen', () => {
    expect(() => expectToSee('the case', { status: 'FAILED' }, { status: 'ISSUED' })).toThrow(
      'the case: expected {"status":"ISSUED"}, saw {"status":"FAILED"}',
    );
    expect(() => found('the number', undefined)).toThrow('the number: expected, but it is not there');
  });

  it('is not content with a refusal of another kind, with none, or with a broken platform', async () => {
    const refuse = async () => Promise.reject(conflict);
    await expect(expectRefusal('it', 409, refuse)).resolves.toBeUndefined();
    await expect(expectRefusal('it', 403, refuse)).rejects.toThrow('it: expected 403, saw 409');
    await expect(expectRefusal('it', 409, async () => 'done')).rejects.toThrow('but it was done');
    // As the gateway answers for a function that took too long: without problem details.
    const away = async () =>
      Promise.reject(new Refusal(503, JSON.parse('{"message":"Service Unavailable"}')));
    await expect(expectRefusal('it', 409, away)).rejects.toThrow('it: expected 409, saw 503');
    const broken = async () => Promise.reject(new Error('socket closed'));
    await expect(expectRefusal('it', 409, broken)).rejects.toThrow('socket closed');
  });
});
