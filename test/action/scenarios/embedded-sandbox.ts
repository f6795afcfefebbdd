// Trying the Action without an account.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scenario } from "../support/scenario.ts";

export const story = scenario({
  title: "sandbox: true needs no token and ends with the step; a folder keeps its records until post takes them away",
  play: async ({ main, post }) => {
    const inputs = {
      token: "",
      "api-url": "",
      zone: "example.com",
      type: "TXT",
      name: "_x",
      value: "y",
      cleanup: "true",
    };
    const inMemory = { ...inputs, sandbox: "true" };
    await post(inMemory, await main(inMemory));
    const folder = await mkdtemp(join(tmpdir(), "vps-dns-sandbox-"));
    try {
      const kept = { ...inputs, sandbox: folder };
      await post(kept, await main(kept));
      await main({ ...kept, cleanup: "", "if-exists": "fail" });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
