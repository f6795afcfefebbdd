import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  DEFAULT_RDAP_URL,
  parseRdapUrl
} from "./chunk-F4OAOSUA.mjs";
import {
  hasProxy,
  nodeClient,
  proxiesOf
} from "./chunk-54AFXK4F.mjs";
import {
  maskSecret
} from "./chunk-34OCUNSZ.mjs";
import {
  switchOf
} from "./chunk-AAVORHXH.mjs";
import {
  DEFAULT_API_URL,
  parseApiUrl,
  parseToken
} from "./chunk-JVENEMRX.mjs";
import {
  PUBLIC_RESOLVERS,
  parseServerName
} from "./chunk-CB3PTKDX.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/platform/wire/socket-wire.ts
var DNS_PORT = 53;
function socketWire({ nameservers, resolvers, port = DNS_PORT }) {
  return {
    nameservers,
    resolvers,
    port,
    async ask(ask) {
      const { exchange } = await import("./exchange-J2DBVL2P.mjs");
      return exchange(ask);
    },
    async addressesOf(host) {
      const { systemAddresses } = await import("./system-addresses-7T7R2F2W.mjs");
      return systemAddresses(host);
    }
  };
}

// src/platform/wire/named-wires.ts
function listedNames(text) {
  return (text ?? "").split(",").map((one) => one.trim()).filter((one) => one !== "");
}
function wireOf({ nameservers, resolvers }) {
  const named = resolvers.length === 0 ? PUBLIC_RESOLVERS : resolvers;
  return socketWire({
    nameservers: nameservers.map((text) => parseServerName(text, "nameserver")),
    resolvers: named.map((text) => parseServerName(text, "resolver"))
  });
}
function sandboxWire({ nameserver, lagging = nameserver }) {
  return wireOf({ nameservers: [nameserver], resolvers: [lagging] });
}

// src/action/connect.ts
async function connect(read, { env, http: started, startSandbox }) {
  const sandboxFolder = sandboxFolderOf(read);
  const zones = listedNames(env["VPS_ZONES"]);
  if (sandboxFolder !== void 0) {
    const sandbox = await startSandbox(sandboxFolder === "" ? void 0 : sandboxFolder);
    maskSecret(sandbox.token);
    const { url: apiUrl2, token: token2, rdap: rdapUrl2 } = sandbox;
    const wire2 = sandboxWire(sandbox);
    return { http: nodeClient(), apiUrl: apiUrl2, token: token2, rdapUrl: rdapUrl2, wire: wire2, zones, sandboxFolder, close: () => sandbox.close() };
  }
  const token = readToken(read);
  const apiUrl = parseApiUrl(read("api-url").trim() || DEFAULT_API_URL);
  const rdapUrl = parseRdapUrl(env["VPS_RDAP_URL"]?.trim() || DEFAULT_RDAP_URL);
  const wire = wireOf({
    nameservers: listedNames(env["VPS_NAMESERVERS"]),
    resolvers: listedNames(env["VPS_RESOLVERS"])
  });
  const http = started ?? await httpClient(env);
  return { http, apiUrl, token, rdapUrl, wire, zones, sandboxFolder, close: () => http.close() };
}
async function httpClient(env) {
  if (!hasProxy(env)) return nodeClient();
  const { undiciClient } = await import("./undici-client-JFZ5V6TZ.mjs");
  return undiciClient(proxiesOf(env));
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

export {
  connect,
  httpClient,
  readToken
};
