// The page of `ui://vps-dns/plan` as one self-contained document: its script and style inside, each allowed by its hash.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { buildSync } from "esbuild";
import manifest from "../../package.json" with { type: "json" };

const FOLDER = "web/plan";

/** The whole document. */
export function planPage(): string {
  const parts: Readonly<Record<string, string>> = { script: bundled("main.ts"), style: bundled("plan-app.css") };
  const policy = [
    "default-src 'none'",
    ...Object.entries(parts).map(([name, text]) => `${name}-src 'sha256-${sha256(text)}'`),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = readFileSync(`${FOLDER}/plan-app.html`, "utf8").replaceAll(/\n\s*/g, "");
  return page.replaceAll(/@(csp|script|style)@/g, (_, name: string) => parts[name] ?? policy);
}

function bundled(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${FOLDER}/${file}`],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: ["chrome123", "firefox121", "safari17.5"],
    charset: "utf8",
    define: { __VPS_DNS_VERSION__: JSON.stringify(manifest.version) },
    logLevel: "warning",
  });
  return outputFiles[0]?.text.trim() ?? "";
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
