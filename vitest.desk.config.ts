import { defineConfig } from 'vitest/config';
import { LONGEST_MILLISECONDS } from './test/desk/support/probes/patience.ts';

/** The desk in a real browser: npm run test:desk. */
export default defineConfig({
  test: {
    include: ['test/desk/**/*.test.ts'],
    environment: 'node',
    silent: 'passed-only',
    // As of all tests: it only ends what hangs.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    expect: { poll: { timeout: LONGEST_MILLISECONDS, interval: 50 } },
    maxWorkers: 2,
    globalSetup: 'test/desk/support/setup.ts',
  },
});
