// The proof with certbot: a certificate from a real ACME server, this program as its manual hooks.
import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { hasPebble, hasProgram } from "../support/pebble.ts";
import { documentedValue } from "./support/documented.ts";
import { BOTH, challengesOf, namesOf, type Scene, startScene } from "./support/scene.ts";

const run = promisify(execFile);

async function certbot(scene: Scene, hooks: { readonly auth: string; readonly cleanup: string }) {
  const { pebble, folder, env } = scene;
  const place = (name: string) => join(folder, "certbot", name);
  const words = [
    ["certonly", "--non-interactive", "--agree-tos", "-m", "a@example.com", "--server", pebble.directory],
    ["--manual", "--preferred-challenges", "dns"],
    ["--manual-auth-hook", hooks.auth, "--manual-cleanup-hook", hooks.cleanup],
    ["--config-dir", place("etc"), "--work-dir", place("lib"), "--logs-dir", place("log")],
    BOTH.flatMap((domain) => ["-d", domain]),
  ];
  await run("certbot", words.flat(), { env: { ...env, REQUESTS_CA_BUNDLE: pebble.trust } });
  return new X509Certificate(await readFile(join(place("etc"), "live", "example.com", "cert.pem")));
}

describe.skipIf(!hasPebble || !hasProgram("certbot", ["--version"]))("a certificate through certbot", () => {
  it("comes with present and cleanup as its manual hooks", async () => {
    const scene = await startScene();
    const certificate = await certbot(scene, {
      auth: documentedValue("--manual-auth-hook"),
      cleanup: documentedValue("--manual-cleanup-hook"),
    });
    expect(namesOf(certificate)).toEqual(expect.arrayContaining(BOTH));
    expect(challengesOf(scene)).toEqual({ created: 2, deleted: 2 });
  });

  it("comes with the bare command as both hooks", async () => {
    const scene = await startScene();
    await certbot(scene, { auth: "vps-dns acme", cleanup: "vps-dns acme" });
    expect(challengesOf(scene)).toEqual({ created: 2, deleted: 2 });
  });
});
