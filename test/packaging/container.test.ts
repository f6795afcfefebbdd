// The container's image, as far as that goes without a container engine: what is copied in, and that it starts, serves,
// is found healthy and stops.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { hasSignals } from "../support/signals.ts";
import { REGISTRY_NAME } from "../../scripts/generate/package-manifests.ts";
import { temporaryFolder } from "../mcp/support/program.ts";

const run = promisify(execFile);
const dockerfile = readFileSync("packaging/Dockerfile", "utf8").replaceAll("\\\n", " ");
const words = z.array(z.string());

/** What stands behind an instruction, the last time it is given. */
function instruction(name: string): string {
  return [...dockerfile.matchAll(new RegExp(`^${name} +(.+)$`, "gm"))].at(-1)?.[1] ?? "";
}

describe("packaging/Dockerfile", () => {
  it("runs as nobody in particular, keeps its journal in a volume, and bears the registry's name", () => {
    expect(instruction("FROM")).toBe("node:24-slim");
    expect(instruction("USER")).toBe("node");
    expect(instruction("ENV")).toContain(`VPS_STATE_DIR=${instruction("VOLUME")}`);
    expect(instruction("LABEL")).toContain(`io.modelcontextprotocol.server.name="${REGISTRY_NAME}"`);
  });

  it("copies only what the build context lets through, and it is there", () => {
    const admitted = readFileSync("packaging/Dockerfile.dockerignore", "utf8").split("\n");
    for (const [, source = ""] of dockerfile.matchAll(/^COPY (\S+) \S+$/gm)) {
      expect(admitted).toContain(`!${source}`);
      expect(existsSync(source)).toBe(true);
    }
  });

  it.runIf(hasSignals)("serves over HTTP, is found healthy, and stops when told to", async () => {
    await using scratch = await temporaryFolder();
    const app = join(scratch.path, "app");
    await mkdir(app);
    await run(process.execPath, ["scripts/run.mjs", "build", join(scratch.path, "dist")]);
    await cp(join(scratch.path, "dist"), join(app, "dist"), { recursive: true });
    const [, ...args] = [
      ...words.parse(JSON.parse(instruction("ENTRYPOINT"))),
      ...words.parse(JSON.parse(instruction("CMD"))),
    ];
    const here = args.map((word) => word.replace("/app", app).replace("0.0.0.0:8080", "127.0.0.1:0"));
    const child = spawn(process.execPath, here, {
      env: {
        PATH: process.env["PATH"],
        VPS_STATE_DIR: join(scratch.path, "data"),
        VPS_HTTP_TOKEN: "of-this-test-alone",
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const [line] = words.parse(await once(createInterface({ input: child.stderr }), "line"));
    const port = /:(\d+)\/mcp/.exec(line ?? "")?.[1] ?? "";
    await expect(check(port)).resolves.toBe(0);
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    expect((await exit)[0]).toBe(0);
    await expect(check(port)).resolves.toBe(1);
  });
});

/** The exit code of the image's health check, against this port. */
async function check(port: string): Promise<number> {
  const [, ...args] = words.parse(JSON.parse(/CMD (\[.+)$/.exec(instruction("HEALTHCHECK"))?.[1] ?? "[]"));
  try {
    await run(
      process.execPath,
      args.map((word) => word.replace("8080", port)),
    );
    return 0;
  } catch (error) {
    return z.object({ code: z.number() }).parse(error).code;
  }
}
