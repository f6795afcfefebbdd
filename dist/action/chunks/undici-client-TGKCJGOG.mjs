import {
  InputError
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/core/api/undici-client.ts
var NEVER_PROXIED = "localhost,127.0.0.1,[::1]";
var CONNECT_TIMEOUT_MS = 1e4;
function undiciClient(proxies = {}) {
  const settings = {
    httpProxy: proxyUrl(proxies.httpProxy, "HTTP_PROXY"),
    httpsProxy: proxyUrl(proxies.httpsProxy, "HTTPS_PROXY"),
    noProxy: proxies.noProxy?.trim() ?? ""
  };
  let dispatcher;
  return {
    send: async ({ url, method, headers, body, signal }) => {
      const { request } = await import("./undici-parts-LY6PSBII.mjs");
      dispatcher ??= createDispatcher(settings);
      const response = await request(url, {
        method,
        headers,
        signal,
        body: body ?? null,
        dispatcher: await dispatcher
      });
      return toResponse(response);
    },
    close: async () => {
      await (await dispatcher)?.destroy();
      dispatcher = void 0;
    }
  };
}
async function createDispatcher({ httpProxy, httpsProxy, noProxy }) {
  const { Agent, EnvHttpProxyAgent } = await import("./undici-parts-LY6PSBII.mjs");
  const options = { connect: { timeout: CONNECT_TIMEOUT_MS } };
  if (httpProxy === "" && httpsProxy === "") return new Agent(options);
  const exempt = noProxy === "*" ? "*" : `${noProxy},${NEVER_PROXIED}`;
  return new EnvHttpProxyAgent({
    ...options,
    httpProxy: httpProxy ?? "",
    httpsProxy: httpsProxy ?? "",
    noProxy: exempt
  });
}
function proxyUrl(text, name) {
  const given = text?.trim() ?? "";
  if (given === "") return "";
  const url = given.includes("://") ? given : `http://${given}`;
  if (URL.canParse(url) && /^https?:/i.test(url)) return url;
  throw new InputError("invalid_input", `${name} is not the URL of an HTTP proxy.`, {
    hint: `Set ${name} to a URL such as http://proxy.example.com:3128, or unset it.`
  });
}
function toResponse({ statusCode, headers, body }) {
  return {
    status: statusCode,
    header: (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body
  };
}
export {
  undiciClient
};
