// Of undici the client uses `request` and two dispatchers. Its entry file carries fetch, WebSockets, caches and mocks as
// well (half a megabyte); a bundle gets an entry of its own in its place. test/packaging makes requests with it.
import type { Plugin } from "esbuild";

const ENTRY = `
const Dispatcher = require("undici/lib/dispatcher/dispatcher");
Dispatcher.prototype.request = require("undici/lib/api/api-request");
// For tunnels through a proxy.
Dispatcher.prototype.connect = require("undici/lib/api/api-connect");
exports.Agent = require("undici/lib/dispatcher/agent");
exports.EnvHttpProxyAgent = require("undici/lib/dispatcher/env-http-proxy-agent");
exports.request = (url, { dispatcher, ...options }) => {
  const { origin, pathname, search } = new URL(url);
  return dispatcher.request({ ...options, origin, path: pathname + search });
};
`;

// The HTTP parser comes as WebAssembly twice, with vector instructions and without. The latter runs everywhere.
const VECTOR_PARSER = /\/llhttp\/llhttp_simd-wasm\.js$/;

// Loaded, and never called: bodies are text, HTTP/2 is not switched on, and proxies are HTTP ones.
const UNREACHED = /\/(?:web\/fetch\/body|client-h2|socks5-proxy-agent)(?:\.js)?$/;
const STAND_IN = `
module.exports = () => {
  throw new Error("This part of undici is not in the bundle.");
};
module.exports.extractBody = module.exports;
`;

/** Puts the entry where undici is imported. */
export const slimUndici: Plugin = {
  name: "slim-undici",
  setup(bundle) {
    const { absWorkingDir: resolveDir = process.cwd() } = bundle.initialOptions;
    bundle.onResolve({ filter: /^undici$/ }, () => ({ path: "undici", namespace: "slim-undici" }));
    bundle.onLoad({ filter: /^/, namespace: "slim-undici" }, () => ({ contents: ENTRY, resolveDir }));
    bundle.onResolve({ filter: VECTOR_PARSER }, ({ resolveDir: from }) =>
      bundle.resolve("../llhttp/llhttp-wasm.js", { kind: "require-call", resolveDir: from }),
    );
    bundle.onResolve({ filter: UNREACHED }, ({ importer }) =>
      /[\\/]undici[\\/]lib[\\/]/.test(importer) ? { path: "unreached", namespace: "slim-undici-unreached" } : undefined,
    );
    bundle.onLoad({ filter: /^/, namespace: "slim-undici-unreached" }, () => ({ contents: STAND_IN }));
  },
};
