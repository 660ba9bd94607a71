import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Local time must not matter anywhere: the whole suite runs far from UTC.
    env: { TZ: 'Pacific/Auckland' },
    testTimeout: 20_000,
    pool: 'forks',
  },
});
