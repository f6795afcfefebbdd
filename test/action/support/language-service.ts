// GitHub's own language service, which knows what action.yml and workflows may say. Node cannot load the package as it
// is (JSON imports without their attribute), so it is bundled first.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import * as z from "zod/mini";

const ENTRY = `
import { validate } from "@actions/languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
export const diagnose = (uri, text) => validate(TextDocument.create(uri, "yaml", 1, text));
`;

const diagnostics = z.array(z.looseObject({ message: z.string(), range: z.unknown() }));
const loaded = z.object({
  diagnose: z.custom<(uri: string, text: string) => Promise<unknown>>((value) => typeof value === "function"),
});

export interface LanguageService extends AsyncDisposable {
  /** What is wrong with a file; its path says whether it is an action or a workflow. */
  diagnose(path: string, text: string): Promise<readonly string[]>;
}

export async function loadLanguageService(): Promise<LanguageService> {
  const folder = await mkdtemp(join(tmpdir(), "vps-dns-language-service-"));
  const outfile = join(folder, "service.mjs");
  const banner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd() },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js: banner },
    logLevel: "error",
  });
  const module: unknown = await import(pathToFileURL(outfile).href);
  const { diagnose } = loaded.parse(module);
  let count = 0;
  return {
    diagnose: async (path, text) => {
      count += 1;
      // The service remembers what it parsed by the document's address.
      const found = await diagnose(`file:///${count}/${path}`, text);
      return diagnostics.parse(found).map(({ message }) => message);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
