// The proof with lego: certificates from a real ACME server, apex and wildcard in one order, through both of its ways to
// ask another program; and none where the TXT is wrong.
import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { hasPebble, hasProgram } from "../support/pebble.ts";
import { hasOwnNetwork, ownNetwork } from "./support/own-network.ts";
import { BOTH, challengesOf, namesOf, type Scene, startScene, writeHook } from "./support/scene.ts";
import { startAcmeServer } from "./support/serve-process.ts";

const run = promisify(execFile);

/** The exec provider takes one challenge after the other, a minute apart unless told. */
const QUICK = { EXEC_SEQUENCE_INTERVAL: "1", EXEC_POLLING_INTERVAL: "1", HTTPREQ_POLLING_INTERVAL: "1" };

interface LegoRun {
  readonly provider: "exec" | "httpreq";
  readonly env: Readonly<Record<string, string>>;
  /** Apex and wildcard when left out. */
  readonly domains?: readonly string[];
}

async function lego(scene: Scene, { provider, env, domains = BOTH }: LegoRun): Promise<X509Certificate> {
  const { pebble, folder, sandbox } = scene;
  const store = join(folder, "lego");
  const words = [
    ["--server", pebble.directory, "--accept-tos", "--email", "a@example.com", "--path", store, "--dns", provider],
    // lego would ask the zone's name servers on port 53 of the world; below it does, in a network of its own.
    ["--dns.disable-cp", "--dns.resolvers", sandbox.nameserver],
    domains.flatMap((domain) => ["-d", domain]),
    ["run"],
  ];
  await run("lego", words.flat(), { env: { ...scene.env, LEGO_CA_CERTIFICATES: pebble.trust, ...QUICK, ...env } });
  return new X509Certificate(await readFile(join(store, "certificates", `${domains[0]}.crt`)));
}

describe.skipIf(!hasPebble || !hasProgram("lego", ["--version"]))("a certificate through lego", () => {
  it("comes with the exec provider", async () => {
    const scene = await startScene();
    const certificate = await lego(scene, { provider: "exec", env: { EXEC_PATH: await writeHook(scene) } });
    expect(namesOf(certificate)).toEqual(expect.arrayContaining(BOTH));
    expect(challengesOf(scene)).toEqual({ created: 2, deleted: 2 });
  });

  it("comes with the exec provider in RAW mode", async () => {
    const scene = await startScene();
    const env = { EXEC_PATH: await writeHook(scene), EXEC_MODE: "RAW" };
    const certificate = await lego(scene, { provider: "exec", env, domains: ["www.example.com"] });
    expect(namesOf(certificate)).toEqual(["www.example.com"]);
  });

  it.each([
    ["default", BOTH],
    ["RAW", ["www.example.com"]],
  ])("comes with the httpreq provider in %s mode", async (mode, domains) => {
    const scene = await startScene();
    const server = await startAcmeServer({ ...scene.env, VPS_HTTP_TOKEN: "correct horse" });
    const env = {
      HTTPREQ_ENDPOINT: server.url,
      HTTPREQ_USERNAME: "lego",
      HTTPREQ_PASSWORD: "correct horse",
      HTTPREQ_MODE: mode === "RAW" ? mode : "",
      HTTPREQ_HTTP_TIMEOUT: "150",
    };
    const certificate = await lego(scene, { provider: "httpreq", env, domains });
    expect(namesOf(certificate)).toHaveLength(domains.length);
    expect(namesOf(certificate)).toEqual(expect.arrayContaining(domains));
    expect(challengesOf(scene)).toEqual({ created: domains.length, deleted: domains.length });
  });

  it("does not come where the TXT is wrong: the CA looks", async () => {
    const scene = await startScene();
    const env = { EXEC_PATH: await writeHook(scene, '#!/bin/sh\nexec vps-dns acme "$1" "$2" "wrong-$3"\n') };
    const asked = lego(scene, { provider: "exec", env, domains: ["www.example.com"] });
    await expect(asked).rejects.toThrow("TXT");
    expect(challengesOf(scene)).toEqual({ created: 1, deleted: 1 });
  });
});

describe.skipIf(!hasPebble || !hasProgram("lego", ["--version"]) || !hasOwnNetwork)(
  "a certificate through lego, which asks every name server itself",
  () => {
    it("comes once the program says that it is answered: lego finds the servers as the world would", async () => {
      const world = await ownNetwork();
      const said = await world.lego("www.example.com", { ...QUICK, EXEC_PATH: await writeHook(world) });
      expect(said).toContain("Checking DNS record propagation");
      const certificate = await readFile(join(world.folder, "certificates", "www.example.com.crt"));
      expect(namesOf(new X509Certificate(certificate))).toEqual(["www.example.com"]);
    });

    it("does not come where another TXT is answered: the CA need not be asked", async () => {
      const world = await ownNetwork();
      const hook = await writeHook(world, '#!/bin/sh\nexec vps-dns acme "$1" "$2" "wrong-$3"\n');
      const env = { ...QUICK, EXEC_PATH: hook, EXEC_PROPAGATION_TIMEOUT: "2" };
      await expect(world.lego("www.example.com", env)).rejects.toThrow(
        /ns[12]\.vps\.org\. did not return the expected TXT record/,
      );
    });
  },
);
