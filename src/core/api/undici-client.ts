// The HttpClient on undici: connections kept alive, and proxies. undici is loaded with the first request and not before.
import type { Dispatcher } from "undici";
import { InputError } from "../errors.ts";
import type { HttpClient, HttpResponse } from "./http.ts";

/** The environment's proxy settings, read by the caller; an empty text means none. Without an HTTPS proxy the HTTP one serves https too. */
export interface ProxySettings {
  readonly httpProxy?: string | undefined;
  readonly httpsProxy?: string | undefined;
  readonly noProxy?: string | undefined;
}

/** This machine is never asked for through a proxy: the sandbox lives there. */
const NEVER_PROXIED = "localhost,127.0.0.1,[::1]";
const CONNECT_TIMEOUT_MS = 10_000;

/** @throws InputError when a proxy is not a URL. */
export function undiciClient(proxies: ProxySettings = {}): HttpClient {
  const settings = {
    httpProxy: proxyUrl(proxies.httpProxy, "HTTP_PROXY"),
    httpsProxy: proxyUrl(proxies.httpsProxy, "HTTPS_PROXY"),
    noProxy: proxies.noProxy?.trim() ?? "",
  };
  let dispatcher: Promise<Dispatcher> | undefined;
  return {
    send: async ({ url, method, headers, body, signal }) => {
      const { request } = await import("./undici-parts.ts");
      dispatcher ??= createDispatcher(settings);
      const response = await request(url, {
        method,
        headers,
        signal,
        body: body ?? null,
        dispatcher: await dispatcher,
      });
      return toResponse(response);
    },
    close: async () => {
      await (await dispatcher)?.destroy();
      dispatcher = undefined;
    },
  };
}

async function createDispatcher({ httpProxy, httpsProxy, noProxy }: Required<ProxySettings>): Promise<Dispatcher> {
  const { Agent, EnvHttpProxyAgent } = await import("./undici-parts.ts");
  const options = { connect: { timeout: CONNECT_TIMEOUT_MS } };
  if (httpProxy === "" && httpsProxy === "") return new Agent(options);
  // Every value is given, the empty ones too, or the agent would read the environment by itself.
  const exempt = noProxy === "*" ? "*" : `${noProxy},${NEVER_PROXIED}`;
  return new EnvHttpProxyAgent({
    ...options,
    httpProxy: httpProxy ?? "",
    httpsProxy: httpsProxy ?? "",
    noProxy: exempt,
  });
}

function proxyUrl(text: string | undefined, name: string): string {
  const given = text?.trim() ?? "";
  if (given === "") return "";
  const url = given.includes("://") ? given : `http://${given}`;
  // Not quoted: it may hold a password.
  if (URL.canParse(url) && /^https?:/i.test(url)) return url;
  throw new InputError("invalid_input", `${name} is not the URL of an HTTP proxy.`, {
    hint: `Set ${name} to a URL such as http://proxy.example.com:3128, or unset it.`,
  });
}

function toResponse({ statusCode, headers, body }: Dispatcher.ResponseData): HttpResponse {
  return {
    status: statusCode,
    header: (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body,
  };
}
