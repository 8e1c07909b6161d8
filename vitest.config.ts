import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/random/same-stories.ts'],
    // These need an emulator (npm run test:deploy) or a browser (npm run test:desk).
    exclude: ['test/deploy/**', 'test/desk/**'],
    environment: 'node',
    // What a passing test makes the functions log is noise; a failing one shows it.
    silent: 'passed-only',
    // The one limit there is, far beyond what any test takes on a busy machine: it only ends what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Every core: vitest itself would leave one idle, which on two cores is half of them.
    maxWorkers: availableParallelism(),
    // A worker keeps what it has loaded from file to file, which halves the time: no test leaves a module or the
    // environment other than it found it.
    isolate: false,
    // The CDK's own check of templates takes more time than all the rest of a synthesis; `npm run synth` does it.
    env: { CDK_VALIDATION: 'false' },
  },
});
