import { defaultExclude, defineConfig } from 'vitest/config';

/** These stub the clients of AWS, class and all, which the others call for real. */
const STUBBING_CLIENTS = ['test/{functions,workflows,seeds,tools,docs,demo}/**/*.test.ts'];

export default defineConfig({
  test: {
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    // Nothing keeps state in its modules, so that the files of a project share them: loading them anew took a tenth to a half of the time.
    isolate: false,
    // Much of a test's time is spent waiting for processes of its own; by default one core of two would rest.
    maxWorkers: '100%',
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'rules and handlers', include: STUBBING_CLIENTS } },
      {
        extends: true,
        test: {
          name: 'platform',
          include: ['test/**/*.test.ts'],
          exclude: [...defaultExclude, ...STUBBING_CLIENTS],
        },
      },
    ],
  },
});
