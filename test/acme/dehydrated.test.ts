// The proof with dehydrated, its hook and configuration as documented; and acme.sh's file, called as acme.sh calls it.
import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { queryDns } from "../support/dns-query.ts";
import { hasPebble, hasProgram } from "../support/pebble.ts";
import { documentedFile } from "./support/documented.ts";
import { BOTH, challengesOf, namesOf, startScene, writeHook } from "./support/scene.ts";

const run = promisify(execFile);

describe.skipIf(!hasPebble || !hasProgram("dehydrated", ["--version"]))("a certificate through dehydrated", () => {
  it("comes with the hook and the chain of the documentation", async () => {
    const scene = await startScene();
    const { folder, pebble, env } = scene;
    await writeHook(scene);
    const configuration = join(folder, "config");
    const place = `BASEDIR='${folder}'\nCA='${pebble.directory}'\nCURL_OPTS="--cacert ${pebble.trust}"\n`;
    await writeFile(configuration, `${place}${documentedFile("config")}`);
    const dehydrated = (...words: string[]) => run("dehydrated", ["--config", configuration, ...words], { env });
    await dehydrated("--register", "--accept-terms");
    await dehydrated("--cron", ...BOTH.flatMap((domain) => ["--domain", domain]));
    const certificate = new X509Certificate(await readFile(join(folder, "certs", "example.com", "cert.pem")));
    expect(namesOf(certificate)).toEqual(expect.arrayContaining(BOTH));
    expect(challengesOf(scene)).toEqual({ created: 2, deleted: 2 });
  });
});

describe.skipIf(!hasPebble)("acme.sh's dns_vps.sh", () => {
  it("adds and removes a record", async () => {
    const { folder, env, sandbox } = await startScene();
    const file = join(folder, "dns_vps.sh");
    await writeFile(file, documentedFile("dns_vps.sh"));
    const call = (name: string) =>
      run("sh", ["-c", '. "$0" && "$1" _acme-challenge.www.example.com one', file, name], { env });
    const answered = async () =>
      (
        await queryDns({ server: sandbox.nameserver, name: "_acme-challenge.www.example.com", type: "TXT" })
      ).answers.map(({ value }) => value);
    await call("dns_vps_add");
    expect(await answered()).toEqual(["one"]);
    await call("dns_vps_rm");
    expect(await answered()).toEqual([]);
  });
});
