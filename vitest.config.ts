import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Waiting is not timing: a busy machine draws a screen late, and no test is about that.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
  },
});
