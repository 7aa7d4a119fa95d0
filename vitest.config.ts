import { defineConfig } from 'vitest/config'

// Three kinds of test, by what they need: values and single files; servers and the built programs; a real window. The time limits are there
// to end a test that hangs, not to judge how fast a machine is: what a test waits for is an event.
// How much of a value a failure shows: the default leaves out what a list that should be empty holds.
const chaiConfig = { truncateThreshold: 1000 }
// How long something may take to become so, where no time is said: the default is a second.
const patient = { chaiConfig, expect: { poll: { timeout: 60_000 } } }

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', ...patient, setupFiles: ['test/support/seed-properties.ts'], include: ['src/**/*.test.ts', 'test/{fuzz,pipeline,rules}/**/*.test.ts', 'test/judge/*.test.ts', 'test/sim/{stops,world}/*.test.ts'], pool: 'threads', testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'integration', ...patient, include: ['test/{cli,disk,kill,trace,wire}/**/*.test.ts', 'test/sim/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'e2e', ...patient, include: ['test/e2e/**/*.test.ts'], exclude: ['test/e2e/long-tasks.test.ts'], testTimeout: 300_000, hookTimeout: 180_000, fileParallelism: false } },
      // A measurement, never a timed test of every run: `npm run standstills`.
      { test: { name: 'standstills', include: ['test/e2e/long-tasks.test.ts'], testTimeout: 1_800_000, hookTimeout: 180_000, fileParallelism: false } },
      // Not a test run: `npm run screens` draws the pictures of docs/screens from the real window.
      { test: { name: 'screens', include: ['test/screens/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 60_000, fileParallelism: false } },
    ],
  },
})
