import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  DEFAULT_API_URL,
  maskSecret,
  parseApiUrl,
  parseToken,
  switchOf
} from "./chunk-6TVYQ27Y.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/api/fetch-client.ts
function fetchClient() {
  return {
    send: async ({ url, method, headers, body, signal }) => {
      const init = { method, headers, signal, redirect: "manual" };
      return toResponse(await fetch(url, body === void 0 ? init : { ...init, body }));
    },
    close: () => Promise.resolve()
  };
}
function toResponse(response) {
  return {
    status: response.status,
    header: (name) => response.headers.get(name) ?? void 0,
    body: response.body ?? noBody()
  };
}
async function* noBody() {
}

// src/action/connect.ts
async function connect(read, { env, startSandbox }) {
  const sandboxFolder = sandboxFolderOf(read);
  if (sandboxFolder !== void 0) {
    const sandbox = await startSandbox(sandboxFolder === "" ? void 0 : sandboxFolder);
    maskSecret(sandbox.token);
    const { url: apiUrl2, token: token2 } = sandbox;
    return { http: fetchClient(), apiUrl: apiUrl2, token: token2, sandboxFolder, close: () => sandbox.close() };
  }
  const token = readToken(read);
  const apiUrl = parseApiUrl(read("api-url").trim() || DEFAULT_API_URL);
  const http = await httpClient(env);
  return { http, apiUrl, token, sandboxFolder, close: () => http.close() };
}
async function httpClient(env) {
  const httpProxy = either(env, "http_proxy");
  const httpsProxy = either(env, "https_proxy");
  if (httpProxy === "" && httpsProxy === "") return fetchClient();
  const { undiciClient } = await import("./undici-client-OZMJFYKC.mjs");
  return undiciClient({ httpProxy, httpsProxy, noProxy: either(env, "no_proxy") });
}
function readToken(read) {
  const text = read("token");
  if (text.trim() !== "") return atToken(() => parseToken(text));
  throw new InputError(
    "token_missing",
    "It is empty. Mostly that is a secret which this run does not get: pull requests from forks, and Dependabot's, run without the repository's secrets.",
    {
      field: "token",
      hint: "Skip this step for them, or check that the secret exists and is spelled as in the workflow; sandbox: true needs no token."
    }
  );
}
function sandboxFolderOf(read) {
  const text = read("sandbox").trim();
  const on = switchOf(text);
  if (on === void 0) return text;
  return on ? "" : void 0;
}
function atToken(read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, error.message, { field: "token", hint: error.hint, cause: error });
  }
}
function either(env, name) {
  return env[name] ?? env[name.toUpperCase()] ?? "";
}

export {
  connect,
  httpClient,
  readToken
};
