import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lastingVirtualClock } from '../../local/virtual-time.ts';

it('does not go back when it is started again on the same data', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const first = await lastingVirtualClock(join(folder, 'clock'));
  await first.advance(30 * 24 * 3600 * 1000);
  const second = await lastingVirtualClock(join(folder, 'clock'));
  expect(second.now()).toBeGreaterThanOrEqual(first.now());
  rmSync(folder, { recursive: true });
});
