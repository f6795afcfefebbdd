// A bought domain that is not active yet when the time to wait is over: no name server was asked, so none is told of,
// and running the job again would buy it a second time.
import { expect, it } from "vitest";
import { buildBundles } from "./support/bundles.ts";
import { runStage } from "./support/runner.ts";

it("tells a purchase that is still pending as just that, and does not ask to run it again", async () => {
  await using bundles = await buildBundles();
  const inputs = {
    sandbox: "true",
    operation: "register-domain",
    arguments: "{domain: vps-dns-story.com, max_price: 50}",
    "allow-purchases": "true",
    confirm: "vps-dns-story.com",
    wait: "authoritative",
    "wait-timeout": "1",
  };
  const { exitCode, stdout, summary, outputs } = await runStage({ folder: bundles.folder, stage: "main", inputs });
  expect(exitCode).toBe(1);
  expect(outputs.get("changed")).toBe("true");
  expect(stdout).toMatch(/^::error .*\[not_propagated\].* vps-dns-story\.com is still pending after 1 s; /m);
  expect(stdout).not.toContain("Run the job again");
  for (const text of [stdout, summary]) expect(text).not.toContain("server");
  expect(summary).toContain("vps-dns-story.com is still pending");
}, 60_000);
