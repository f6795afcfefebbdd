import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Stories start child processes and name servers; on two cores a unit-test limit would time the machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    unstubEnvs: true,
  },
});
