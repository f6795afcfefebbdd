// The release's steps from its draft on, played with stand-ins for GitHub's and npm's programs: a run that broke off
// anywhere is run again.
import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { temporaryFolder } from "../support/temporary-folder.ts";

const run = promisify(execFile);

// Each notes what it is asked to do and keeps in a file what it has done; BREAKS names what fails once.
const PROGRAMS = {
  gh: `case "$1 $2" in
  "release view") cat draft 2>/dev/null || exit 1 ;;
  "release create") told gh release create; echo true > draft ;;
  "release upload") told gh release upload ;;
  "release edit") told gh release edit; echo false > draft ;;
  "api --paginate") cat tags ;;
  api*) told gh "$@" ;;
esac`,
  npm: `case "$1" in
  view) cat published 2>/dev/null || exit 1 ;;
  publish) told npm publish; [ ! -e published ] || exit 1
    echo "sha512-$(openssl dgst -sha512 -binary vps-dns-*.tgz | base64 --wrap 0)" > published ;;
esac`,
  docker: `[ "$1" != push ] || told docker push`,
};

const workflow = z.object({
  jobs: z.object({
    publish: z.object({ steps: z.array(z.object({ name: z.optional(z.string()), run: z.optional(z.string()) })) }),
  }),
});

async function publishingSteps(): Promise<readonly string[]> {
  const { jobs } = workflow.parse(parse(await readFile(".github/workflows/release.yml", "utf8")));
  const { steps } = jobs.publish;
  return steps
    .slice(steps.findIndex(({ name }) => name === "Draft the release"))
    .flatMap(({ run: script }) => script ?? []);
}

/** A runner of the job: what one run of it told the world to do, in order, up to its first failure. */
async function runner(tags: readonly string[]) {
  const folder = await temporaryFolder();
  const bin = join(folder, "bin");
  await mkdir(bin);
  for (const [name, body] of Object.entries(PROGRAMS)) {
    const told = `told() { echo "$*" >> told; case "$*" in "\${BREAKS:-none}"*) exit 1 ;; esac; }`;
    await writeFile(join(bin, name), `#!/usr/bin/env bash\n${told}\n${body}\n`);
    await chmod(join(bin, name), 0o755);
  }
  await writeFile(join(folder, "vps-dns-1.2.3.tgz"), "the package");
  await writeFile(join(folder, "vps-dns-1.2.3.mcpb"), "the bundle");
  await writeFile(join(folder, "tags"), tags.map((tag) => `refs/tags/${tag}\n`).join(""));
  const env = {
    PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
    GH_TOKEN: "of-this-test-alone",
    GITHUB_ACTOR: "octocat",
    GITHUB_REF_NAME: "v1.2.3",
    GITHUB_REPOSITORY: "Octo/vps-dns",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
  };
  return async (breaks?: string): Promise<readonly string[]> => {
    await writeFile(join(folder, "told"), "");
    const steps = await publishingSteps();
    try {
      for (const step of steps) {
        await run("bash", ["-e", "-c", step], {
          cwd: folder,
          env: { ...env, ...(breaks === undefined ? {} : { BREAKS: breaks }) },
        });
      }
    } catch (error) {
      if (breaks === undefined) throw error;
    }
    return (await readFile(join(folder, "told"), "utf8")).trimEnd().split("\n");
  };
}

const PATCH =
  "gh api --method PATCH repos/Octo/vps-dns/git/refs/tags/v1 -f sha=0123456789abcdef0123456789abcdef01234567 -F force=true";

describe.runIf(process.platform === "linux")("the release", () => {
  it("does each thing once, and the major tag last", async () => {
    const release = await runner(["v1.2.2", "v1.2.3"]);
    expect(await release()).toEqual(["gh release create", "docker push", "npm publish", "gh release edit", PATCH]);
  });

  it.each([
    ["docker push", ["gh release upload", "docker push", "npm publish", "gh release edit", PATCH]],
    ["npm publish", ["gh release upload", "docker push", "npm publish", "gh release edit", PATCH]],
    ["gh release edit", ["gh release upload", "docker push", "gh release edit", PATCH]],
    ["gh api --method PATCH", ["docker push", "gh release edit", PATCH]],
  ])("that broke off at %s is done by another run", async (breaks, again) => {
    const release = await runner(["v1.2.3"]);
    expect((await release(breaks)).some((line) => line.startsWith(breaks))).toBe(true);
    expect(await release()).toEqual(again);
  });

  it("of an older minor version leaves the major tag where it is", async () => {
    const release = await runner(["v1.10.0", "v1.2.3", "v1.9.1"]);
    expect(await release()).not.toContain(PATCH);
  });
});
