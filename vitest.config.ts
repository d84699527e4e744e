import { defaultExclude, defineConfig } from 'vitest/config';

/** Rules and handlers keep nothing in their modules, so that their tests share them: loading them took nearly half of the time. */
const SHARING_MODULES = ['test/{functions,workflows,seeds,tools,docs,demo}/**/*.test.ts'];

export default defineConfig({
  test: {
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    // Much of a test's time is spent waiting for processes of its own; by default one core of two would rest.
    maxWorkers: '100%',
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'rules and handlers', include: SHARING_MODULES, isolate: false },
      },
      {
        extends: true,
        // Platforms in one process after another hold gigabytes: each file has a process of its own.
        test: {
          name: 'platform',
          include: ['test/**/*.test.ts'],
          exclude: [...defaultExclude, ...SHARING_MODULES],
        },
      },
    ],
  },
});
