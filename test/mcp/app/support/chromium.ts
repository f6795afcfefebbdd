// Debian's Chromium, where it is installed: one browser a test file. Nothing it asks for leaves the machine.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PROGRAM = "/usr/bin/chromium";

/** False where Chromium is not installed; with CI set that is an error, not a reason to pass. */
export const hasChromium = existsSync(PROGRAM);
if (!hasChromium && process.env["CI"] !== undefined) throw new Error("Chromium is needed and not installed");

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM, headless: true, args: QUIET });
}
