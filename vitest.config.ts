import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need an emulator: npm run test:deploy.
    exclude: ['test/deploy/**'],
    environment: 'node',
    // What a passing test makes the functions log is noise; a failing one shows it.
    silent: 'passed-only',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
