// A page of the browser with the test host in it, bridged to a server; it notes every request that leaves the page.
import { build } from "esbuild";
import type { Browser, FrameLocator, Page } from "playwright-core";
import type { AppServer, CallResult } from "./server.ts";

export interface View extends AsyncDisposable {
  readonly page: Page;
  /** Inside the app. */
  readonly app: FrameLocator;
  /** What an expression gives inside the app. */
  evaluate(expression: string): Promise<unknown>;
  /** Tool calls the app made through the host. */
  readonly calls: readonly { readonly name: string; readonly arguments?: Record<string, unknown> }[];
  /** What the assistant was told. */
  told(): Promise<readonly string[]>;
  /** Errors, refusals of the content policy and network requests: none is wanted. */
  readonly trouble: readonly string[];
}

export interface ViewOptions {
  readonly browser: Browser;
  readonly server: AppServer;
  /** What the tool was called with; its result is what the app shows. */
  readonly input: Record<string, unknown>;
  readonly result?: CallResult;
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly context?: Record<string, unknown>;
  readonly capabilities?: Record<string, unknown>;
}

const ORIGIN = "http://host.example/";
// What a host must set when an app declares that it reaches nothing; a frame of srcdoc inherits it.
const POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'none'";

let hostScript: Promise<string> | undefined;

/** Calls plan_zone and opens the app on its result, as a host does. */
export async function openView(options: ViewOptions): Promise<View> {
  const { browser, server, input, theme = "light", width = 760 } = options;
  const script = await (hostScript ??= bundledHost());
  const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const trouble: string[] = [];
  const calls: { name: string; arguments?: Record<string, unknown> }[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (url === ORIGIN) {
      return route.fulfill({
        contentType: "text/html",
        headers: { "content-security-policy": POLICY },
        body: `<!doctype html><html lang="en"><title>host</title><style>body{margin:0;color-scheme:${theme}}iframe{width:100%;border:0}</style><body><script src="/host.js"></script>`,
      });
    }
    if (url === `${ORIGIN}host.js`) return route.fulfill({ contentType: "text/javascript", body: script });
    if (!url.endsWith("/favicon.ico")) trouble.push(`asked the network for ${url}`);
    return route.abort();
  });
  await page.exposeFunction("callTool", (params: { name: string; arguments?: Record<string, unknown> }) => {
    calls.push(params);
    return server.client.callTool(params);
  });
  await page.goto(ORIGIN);
  const opened = {
    html: await server.readPage(),
    input,
    result: options.result ?? (await server.call("plan_zone", input)),
    context: { theme, displayMode: "inline", ...options.context },
    capabilities: options.capabilities ?? { serverTools: {}, updateModelContext: { text: {} } },
  };
  await page.evaluate(`openView(${JSON.stringify(opened)})`);
  const app = page.frameLocator("iframe");
  await app.locator('main[aria-busy="false"]').waitFor();
  return {
    page,
    app,
    evaluate: async (expression) => page.frames().at(1)?.evaluate(expression),
    calls,
    trouble,
    told: () => page.evaluate<string[]>("told"),
    [Symbol.asyncDispose]: () => context.close(),
  };
}

async function bundledHost(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["web/test-host/host-page.ts"],
    bundle: true,
    write: false,
    format: "iife",
    charset: "utf8",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
