import { defineConfig } from 'vitest/config';

/** Parts whose tests share nothing but pure modules: a worker loads these once for all of its test files. */
const PURE = ['mapping', 'model', 'schema', 'yaml', 'xml', 'formats', 'sets', 'config'].map(
  (part) => `test/${part}/**/*.test.ts`,
);

const shared = {
  // Local time must not matter anywhere: the whole suite runs far from UTC.
  env: { TZ: 'Pacific/Auckland' },
  testTimeout: 20_000,
  // Many hooks read and check all mappings, which takes seconds on a busy machine.
  hookTimeout: 30_000,
  pool: 'forks',
} as const;

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'pure', include: PURE, isolate: false } },
      { test: { ...shared, name: 'whole', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
  },
});
