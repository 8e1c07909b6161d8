import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // And the records on the emulator.
    include: ['test/deploy/**/*.test.ts', 'test/records/**/*.test.ts'],
    environment: 'node',
    // One emulator, and steps that build on one another.
    fileParallelism: false,
    sequence: { concurrent: false, shuffle: false },
    bail: 1,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    reporters: ['verbose'],
  },
});
