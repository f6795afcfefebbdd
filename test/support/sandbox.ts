// A sandbox per test, on free ports, closed when the test is over.
import { onTestFinished } from "vitest";
import { systemClock } from "../../src/platform/system-clock.ts";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start.ts";

/** Starts a seeded sandbox in memory; options given win. Call it inside a test. */
export async function startTestSandbox(overrides: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ clock: systemClock, seed: true, ...overrides });
  onTestFinished(() => sandbox.close());
  return sandbox;
}
