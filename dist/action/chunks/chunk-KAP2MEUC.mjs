
// src/action/env.ts
function proxiesOf(env) {
  return {
    httpProxy: either(env, "http_proxy"),
    httpsProxy: either(env, "https_proxy"),
    noProxy: either(env, "no_proxy")
  };
}
function hasProxy(env) {
  const { httpProxy, httpsProxy } = proxiesOf(env);
  return httpProxy !== "" || httpsProxy !== "";
}
function summaryFileOf(env) {
  return env["GITHUB_STEP_SUMMARY"];
}
function either(env, name) {
  return env[name] ?? env[name.toUpperCase()] ?? "";
}

// src/core/api/node-client.ts
function nodeClient() {
  const closers = [];
  const starters = /* @__PURE__ */ new Map();
  return {
    send: async (request) => {
      const protocol = request.url.startsWith("https:") ? "https" : "http";
      const starter = starters.get(protocol) ?? openStarter(protocol, closers);
      starters.set(protocol, starter);
      return toResponse(await exchange(await starter, request));
    },
    close: () => {
      for (const close of closers.splice(0)) close();
      starters.clear();
      return Promise.resolve();
    }
  };
}
async function openStarter(protocol, closers) {
  const { Agent, request } = protocol === "https" ? await import("node:https") : await import("node:http");
  const agent = new Agent({ keepAlive: true });
  closers.push(() => agent.destroy());
  return (url, options) => request(url, { ...options, agent });
}
function exchange(start, { url, method, headers, body, signal }) {
  return new Promise((resolve, reject) => {
    const sent = start(url, { method, headers, signal });
    sent.once("response", resolve);
    sent.on("error", reject);
    sent.end(body);
  });
}
function toResponse(message) {
  return {
    status: message.statusCode ?? 0,
    header: (name) => {
      const value = message.headers[name];
      return Array.isArray(value) ? value.join(", ") : value;
    },
    body: message
  };
}

export {
  nodeClient,
  proxiesOf,
  hasProxy,
  summaryFileOf
};
