import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    // Nothing here keeps state in its modules, so that test files share them: loading them anew took a tenth to a half of the time.
    isolate: false,
    // Much of a test's time is spent waiting for processes of its own; by default one core of two would rest.
    maxWorkers: '100%',
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
