import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/helpers/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/blank-stores.ts'],
    setupFiles: ['test/helpers/seed-properties.ts'],
    // Long enough for a busy machine; no test is about time.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Nor is waiting: a busy machine draws a screen late.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Two processes for all files in place of one a file: loading the host anew for each took a tenth of the run.
    isolate: false,
    // Worker threads of jobs start from compiled code, as they do under `npm start`.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'build/compile-cache') },
  },
});
