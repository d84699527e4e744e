import { describe, expect, it } from 'vitest';
import { machineArnOf, setting } from '../../../functions/shared/config.ts';

describe('a setting', () => {
  it('is read from the environment', () => {
    expect(setting('CASE_TABLE', { CASE_TABLE: 'cases' })).toBe('cases');
    expect(machineArnOf('listing-certificate', { LISTING_CERTIFICATE_MACHINE_ARN: 'arn:aws:states:x' })).toBe(
      'arn:aws:states:x',
    );
  });

  it.each([
    ['PUBLIC_BASE_URL', () => setting('PUBLIC_BASE_URL', { PUBLIC_BASE_URL: 'ftp://x' })],
    ['DESK_TABLE', () => setting('DESK_TABLE', {})],
    ['NO_SUCH_MACHINE_ARN', () => machineArnOf('no-such', {})],
  ])('that is missing or wrong is told by its name: %s', (name, read) => {
    expect(read).toThrow(name);
  });
});
