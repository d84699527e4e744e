import { describe, expect, it } from 'vitest';
import { withoutPersonalData } from '../../../functions/shared/log.ts';

describe('what is logged of a fault', () => {
  it('has name, reason, place and cause', () => {
    const error = new Error('case x is gone', { cause: new TypeError('y') });

    expect(withoutPersonalData(error)).toMatchObject({
      error: 'Error',
      reason: 'case x is gone',
      at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
      cause: { error: 'TypeError' },
    });
  });

  it('leaves out what a parser quotes of a text', () => {
    let caught: unknown;
    try {
      JSON.parse('林一鸣');
    } catch (error) {
      caught = error;
    }

    expect(String(caught)).toContain('林');
    expect(JSON.stringify(withoutPersonalData(caught))).not.toContain('林');
  });
});
