import {
  BodyTooLarge,
  discardBody,
  readBody,
  readStart,
  startDeadline
} from "./chunk-A6JPKSWM.mjs";
import {
  canonicalDomain
} from "./chunk-QX2VAMXW.mjs";
import {
  untrustedText,
  withoutSecrets
} from "./chunk-4V6ORLQ5.mjs";
import {
  answeredDifferently
} from "./chunk-PENQMIEB.mjs";
import {
  DEFAULT_TTL_SECONDS,
  readRecord
} from "./chunk-VZY3EUGB.mjs";
import {
  sameRdata
} from "./chunk-CMFDKYYC.mjs";
import {
  _catch,
  _minLength,
  _regex,
  array,
  boolean,
  nullish,
  number,
  object,
  optional,
  pipe,
  string,
  transform,
  union,
  unknown
} from "./chunk-FKNTS2GN.mjs";
import {
  ENDPOINTS,
  EXISTS,
  NOT_FOUND,
  callUrl,
  headersOf
} from "./chunk-HPQXDWN7.mjs";
import {
  isRecordType,
  recordTypes
} from "./chunk-RJAMLTRO.mjs";
import {
  isWithin,
  looseName,
  parseOwnerName,
  relativeName
} from "./chunk-2GJFCLDB.mjs";
import {
  ApiError,
  InputError,
  NetworkError,
  VpsError
} from "./chunk-SRXP5WYM.mjs";

// src/core/api/calls.ts
import { setMaxListeners } from "node:events";

// src/core/api/outcome.ts
function failure(error, facts = {}) {
  return {
    ok: false,
    error,
    status: void 0,
    transient: false,
    mayHaveHappened: false,
    throttled: false,
    retryAfterMs: void 0,
    ...facts
  };
}

// src/core/api/network-failure.ts
var CAUSES_MAX = 16;
var CONNECTING = /* @__PURE__ */ new Set(["connect", "getaddrinfo"]);
var WORDS = {
  ECONNREFUSED: "the connection was refused",
  ENOTFOUND: "its host name is not known",
  EAI_AGAIN: "its host name could not be looked up",
  ECONNRESET: "the connection was cut",
  EPIPE: "the connection was cut",
  UND_ERR_SOCKET: "the connection was cut",
  UND_ERR_CONNECT_TIMEOUT: "no connection came about in time"
};
function connectionFailure(error, endpoint, answered) {
  const traces = tracesOf(error);
  const cause = new Error(traces.map(({ code, message: message2 }) => `${code} ${message2}`).join("; "));
  const proxy = traces.find((trace) => trace.message.startsWith("Proxy response"));
  if (proxy !== void 0) return notSent("the proxy refused to pass it on", false, cause);
  const tls = traces.find((trace) => isCertificate(trace.code));
  if (tls !== void 0) return notSent(`its certificate is not trusted (${tls.code})`, false, cause);
  const words = traces.map((trace) => WORDS[trace.code]).find((word) => word !== void 0) ?? "the connection failed";
  if (!answered && traces.length > 0 && traces.every(isBeforeSending)) {
    return notSent(words, !traces.some((trace) => trace.code === "ENOTFOUND"), cause);
  }
  const message = `The API gave no whole answer to the request to ${endpoint.doing}: ${words}.`;
  return failure(new NetworkError("unreachable", message, { hint: hintFor(endpoint), cause }), {
    transient: true,
    mayHaveHappened: true
  });
}
function timeoutFailure(endpoint, timeoutMs) {
  const message = `The API did not answer the request to ${endpoint.doing} within ${timeoutMs / 1e3} seconds.`;
  return failure(new NetworkError("timeout", message, { hint: hintFor(endpoint) }), {
    transient: true,
    mayHaveHappened: true
  });
}
function cancelledFailure(endpoint, sent) {
  const open = sent && endpoint.method !== "GET";
  return failure(
    new NetworkError("cancelled", `The request to ${endpoint.doing} was stopped before an answer came.`, {
      hint: open ? "It may have been carried out all the same: look before doing it again." : void 0
    }),
    { mayHaveHappened: open }
  );
}
function notSent(words, transient, cause) {
  const error = new NetworkError("unreachable", `The API could not be reached: ${words}.`, {
    hint: "Check the network, --api-url and the proxy settings.",
    cause
  });
  return failure(error, { transient });
}
function hintFor(endpoint) {
  return endpoint.method === "GET" ? "Check the network and try again." : "It may have been carried out all the same: look before doing it again.";
}
function isBeforeSending(trace) {
  return CONNECTING.has(trace.syscall) || trace.code === "UND_ERR_CONNECT_TIMEOUT";
}
function isCertificate(code) {
  return /^(CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT|ERR_SSL_WRONG_VERSION)/.test(code);
}
function tracesOf(error) {
  const open = [error];
  const traces = [];
  for (let next = open.shift(); next !== void 0 && traces.length < CAUSES_MAX; next = open.shift()) {
    if (!(next instanceof Error)) continue;
    const inner = [next.cause, ...reasonsOf(next)].filter((cause) => cause !== void 0);
    open.push(...inner);
    if (inner.length === 0) traces.push(traceOf(next));
  }
  return traces;
}
function reasonsOf(error) {
  return error instanceof AggregateError ? error.errors : [];
}
function traceOf(error) {
  return {
    code: "code" in error ? textOf(error.code) : "",
    syscall: "syscall" in error ? textOf(error.syscall) : "",
    message: error.message
  };
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}

// src/core/api/retry.ts
var ATTEMPTS_MAX = 5;
var FIRST_DELAY_MS = 250;
var DELAY_MAX_MS = 8e3;
var TOTAL_MAX_MS = 6e4;
async function sendWithRetries(call, options) {
  const { transport, clock, signal, slot } = options;
  const started = clock.now();
  let lost = false;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await transport(call, signal);
    if (outcome.ok) {
      slot.answered();
      return outcome;
    }
    if (outcome.throttled) slot.throttled();
    if (lost && isGone(call.endpoint, outcome)) return { ok: true, status: 204, body: void 0 };
    const last = lost ? afterLoss(call.endpoint, outcome) : outcome;
    lost ||= outcome.mayHaveHappened;
    const delay = delayBefore(attempt, outcome, clock);
    const late = attempt >= ATTEMPTS_MAX || clock.now() - started + delay > TOTAL_MAX_MS;
    if (late || !mayRepeat(call.endpoint, outcome)) return last;
    const ready = clock.sleep(delay, signal).then(() => slot.again());
    if (!await waitedFor(ready, signal)) return cancelledFailure(call.endpoint, lost);
  }
}
function mayRepeat(endpoint, outcome) {
  return outcome.transient && (endpoint.method !== "POST" || !outcome.mayHaveHappened);
}
function isGone(endpoint, outcome) {
  return endpoint.method === "DELETE" && (outcome.status === 404 || outcome.status === 410);
}
function afterLoss(endpoint, outcome) {
  if (outcome.mayHaveHappened || !outcome.transient || endpoint.method === "GET") return outcome;
  const message = `It is not known whether the API carried out the request to ${endpoint.doing}: its answer was lost.`;
  const hint2 = "Look at what is there now; repeating the same request is safe.";
  return failure(new NetworkError("outcome_unknown", message, { hint: hint2, cause: outcome.error }), {
    mayHaveHappened: true
  });
}
function delayBefore(attempt, outcome, clock) {
  const ceiling = Math.min(DELAY_MAX_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  const backOff = ceiling / 2 + clock.random() * ceiling / 2;
  return Math.max(backOff, outcome.retryAfterMs ?? 0);
}
async function waitedFor(wait, signal) {
  try {
    await wait;
    return !signal.aborted;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

// src/core/api/caller.ts
function createCaller(options) {
  const { baseUrl, transport, limiter, signal, clock, log } = options;
  return {
    baseUrl,
    signal,
    clock,
    log,
    send: async (call) => {
      try {
        return await limiter.run(signal, (slot) => sendWithRetries(call, { transport, clock, signal, slot }));
      } catch (error) {
        if (signal.aborted && error === signal.reason) return cancelledFailure(call.endpoint, false);
        throw error;
      }
    }
  };
}
async function ask(caller, call) {
  const outcome = await caller.send(call);
  if (outcome.ok) return outcome;
  throw outcome.error;
}

// src/core/api/request-queue.ts
var NEW_CALL_EVERY = 4;
function createQueue() {
  const returning = /* @__PURE__ */ new Set();
  const begun = /* @__PURE__ */ new Set();
  const arriving = /* @__PURE__ */ new Set();
  const begunCalls = /* @__PURE__ */ new WeakSet();
  const waitersOf = createWaitersBySignal();
  let sinceNewCall = 0;
  const queueOf = (signal, first) => {
    if (first) return returning;
    return begunCalls.has(signal) ? begun : arriving;
  };
  const nextQueue = () => {
    if (returning.size > 0) return returning;
    const newCall = begun.size === 0 || arriving.size > 0 && sinceNewCall >= NEW_CALL_EVERY - 1;
    sinceNewCall = newCall ? 0 : sinceNewCall + 1;
    return newCall ? arriving : begun;
  };
  return {
    wait: async (signal, first) => {
      signal.throwIfAborted();
      const queue = queueOf(signal, first);
      const waiters = waitersOf(signal);
      await new Promise((resolve, reject) => {
        const leave = () => {
          waiters.delete(waiter);
          queue.delete(waiter);
        };
        const waiter = {
          start: () => {
            leave();
            begunCalls.add(signal);
            resolve();
          },
          stop: () => {
            leave();
            reject(signal.reason);
          }
        };
        waiters.add(waiter);
        queue.add(waiter);
      });
    },
    startFirst: () => {
      const [next] = nextQueue();
      next?.start();
      return next !== void 0;
    }
  };
}
function createWaitersBySignal() {
  const bySignal = /* @__PURE__ */ new WeakMap();
  return (signal) => {
    const known = bySignal.get(signal);
    if (known !== void 0) return known;
    const waiters = /* @__PURE__ */ new Set();
    bySignal.set(signal, waiters);
    signal.addEventListener("abort", () => stopAll(waiters), { once: true });
    return waiters;
  };
}
function stopAll(waiters) {
  for (const waiter of waiters) waiter.stop();
}

// src/core/api/limiter.ts
function createLimiter(cap) {
  const width = createWidth(cap);
  const queue = createQueue();
  let running = 0;
  const startNext = () => {
    while (running < width.now() && queue.startFirst()) running += 1;
  };
  const enter = (signal, first) => {
    const entered = queue.wait(signal, first);
    startNext();
    return entered;
  };
  return {
    run: async (signal, task) => {
      await enter(signal, false);
      let holding = true;
      const leave = () => {
        if (holding) running -= 1;
        holding = false;
      };
      const again = async () => {
        leave();
        await enter(signal, true);
        holding = true;
      };
      try {
        return await task({ ...width.watch(), again });
      } finally {
        leave();
        startNext();
      }
    }
  };
}
function createWidth(cap) {
  let limit = cap;
  let round = 0;
  return {
    now: () => Math.floor(limit),
    watch: () => {
      let seen = round;
      return {
        throttled: () => {
          if (seen === round) {
            round += 1;
            limit = Math.max(1, limit / 2);
          }
          seen = round;
        },
        answered: () => {
          limit = Math.min(cap, limit + 1 / limit);
        }
      };
    }
  };
}

// src/core/api/error-body.ts
var DEPTH_MAX = 4;
var SENTENCES_MAX = 5;
var PLAIN_MEMBERS = /* @__PURE__ */ new Set(["detail", "details", "message", "error", "errors", "non_field_errors", "title"]);
var SILENT_MEMBERS = /* @__PURE__ */ new Set(["error_code", "code", "field", "status", "status_code", "type", "success"]);
var FIELDS = {
  record_type: "type",
  domain_name: "domain",
  uuid: "id"
};
function readErrorBody(text, contentType) {
  const html = isHtml(text, contentType);
  const body = html ? void 0 : parseJson(text);
  const sentences = sentencesOf(body, void 0, 0).slice(0, SENTENCES_MAX);
  return {
    detail: sentences.length === 0 ? void 0 : sentences.map(sentenceText).join(" "),
    field: fieldName(member(body, "field")) ?? sentences.find((sentence) => sentence.field !== void 0)?.field,
    errorCode: member(body, "error_code") ?? member(body, "code"),
    html
  };
}
function isHtml(text, contentType) {
  return /^\s*(text\/html|application\/xhtml)/i.test(contentType) || /^\s*</.test(text);
}
function sentencesOf(body, field, depth) {
  if (typeof body === "string" && body.trim() !== "") return [{ field, text: body.trim() }];
  if (typeof body !== "object" || body === null || depth > DEPTH_MAX) return [];
  if (Array.isArray(body)) return body.flatMap((item) => sentencesOf(item, field, depth + 1));
  return Object.entries(body).filter(([name]) => !SILENT_MEMBERS.has(name)).flatMap(
    ([name, value]) => sentencesOf(value, PLAIN_MEMBERS.has(name) ? field : fieldName(name) ?? field, depth + 1)
  );
}
function sentenceText({ field, text }) {
  return field === void 0 ? text : `${field}: ${text}`;
}
function fieldName(name) {
  if (name === void 0 || !/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name)) return void 0;
  return Object.hasOwn(FIELDS, name) ? FIELDS[name] : name;
}
function member(body, name) {
  if (typeof body !== "object" || body === null) return void 0;
  const found = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof found === "string" ? found : void 0;
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// src/core/api/refusal-words.ts
var NEW_TOKEN = "a new one is made in the VPS.org dashboard under /account/developers/.";
var UNAVAILABLE = {
  message: ({ endpoint, status }) => `The API is not available, so it could not ${endpoint.doing} (${status}).`,
  hint: ({ endpoint }) => endpoint.method === "GET" ? "Try again in some minutes." : "It may have been carried out all the same: look before doing it again."
};
var REJECTED = { message: ({ endpoint, status }) => `The API would not ${endpoint.doing} (${status}).` };
var EXISTS2 = {
  message: ({ endpoint, status }) => `The API would not ${endpoint.doing}: it says that it is there already (${status}).`,
  hint: ({ endpoint }) => `List the ${endpoint.makes ?? "resource"}s to see what is there.`
};
function notFound(hint2) {
  return {
    message: ({ endpoint, status }) => `This account has no ${endpoint.finds ?? "resource"} with that id (${status}).`,
    hint: () => hint2
  };
}
var WORDS2 = {
  unauthorized: {
    message: ({ status }) => `The API does not accept the token (${status}).`,
    hint: () => `Check that the token is whole, not revoked and made for this API; ${NEW_TOKEN}`
  },
  payment_required: {
    message: ({ endpoint, status }) => `The account balance is too low to ${endpoint.doing} (${status}).`,
    hint: () => "Add funds to the VPS.org account, then try again; nothing was bought."
  },
  permission_denied: {
    message: ({ endpoint, status }) => endpoint.permission === void 0 ? `The token may not ${endpoint.doing} (${status}).` : `The token lacks the permission ${endpoint.permission}, needed to ${endpoint.doing} (${status}).`,
    hint: ({ endpoint }) => `Use a token ${endpoint.permission === void 0 ? "that may do this" : `with ${endpoint.permission}`}; ${NEW_TOKEN}`
  },
  not_found: {
    message: ({ endpoint, status }) => `This API has no such page, so it could not ${endpoint.doing} (${status}).`,
    hint: () => "Check --api-url: it ends in /api/v1."
  },
  zone_not_found: notFound("List the zones to see what is there; the id may be another account's."),
  record_not_found: notFound("List the zone's records to see what is there; it may have been deleted meanwhile."),
  domain_not_found: notFound("List the domains to see what is there."),
  zone_exists: EXISTS2,
  record_exists: EXISTS2,
  domain_exists: {
    ...EXISTS2,
    hint: () => "List the domains to see whether it is yours; otherwise somebody else has registered it."
  },
  conflict: {
    ...REJECTED,
    hint: () => "Something there is in the way, or it was changed meanwhile: look at it and try again."
  },
  rate_limited: {
    message: ({ endpoint, status }) => `The API takes no more requests for now, so it would not ${endpoint.doing} (${status}).`,
    hint: ({ retryAfterMs }) => `Wait ${retryAfterMs === void 0 ? "a minute" : `${Math.ceil(retryAfterMs / 1e3)} seconds`} and try again, or lower --concurrency.`
  },
  timeout: UNAVAILABLE,
  unavailable: UNAVAILABLE
};
function refusalWords(code, facts) {
  const words = WORDS2[code] ?? REJECTED;
  return { message: words.message(facts), hint: words.hint?.(facts) };
}

// src/core/api/refusal.ts
var SAYS_EXISTS = /already (exists?|registered|taken|in use)|exists already|must be unique|is taken|not available/i;
var STATUS_CODES = {
  401: "unauthorized",
  402: "payment_required",
  403: "permission_denied",
  404: "not_found",
  408: "timeout",
  410: "not_found",
  425: "rate_limited",
  429: "rate_limited"
};
function refused(refusal) {
  const { status, retryAfterMs } = refusal;
  const body = readErrorBody(refusal.text, refusal.contentType);
  const broken = status >= 500;
  return failure(refusalError(refusal, body), {
    status,
    retryAfterMs,
    transient: broken || status === 408 || status === 425 || status === 429,
    mayHaveHappened: broken || status === 408,
    throttled: status === 429 || broken && body.html
  });
}
function refusalError(refusal, body) {
  const { endpoint, status, requestId, secrets } = refusal;
  const code = codeOf(endpoint, status, body);
  const { message, hint: hint2 } = refusalWords(code, refusal);
  const says = body.detail === void 0 ? "" : untrustedText(body.detail, secrets).replaceAll("\\", "\\\\").replaceAll('"', "'");
  const quoted = says === "" ? "" : ` It says: "${says}"${/[.!?]$/.test(says) ? "" : "."}`;
  return new ApiError(code, `${message}${quoted}`, {
    status,
    requestId,
    // A field that holds a secret is no field of ours.
    field: code === "rejected" && body.field === withoutSecrets(body.field ?? "", secrets) ? body.field : void 0,
    hint: hint2
  });
}
function codeOf(endpoint, status, body) {
  if (status >= 500) return "unavailable";
  if ((status === 404 || status === 410) && endpoint.finds !== void 0) return NOT_FOUND[endpoint.finds];
  const told = STATUS_CODES[status];
  if (told !== void 0) return told;
  if (endpoint.makes !== void 0 && saysExists(body)) return EXISTS[endpoint.makes];
  return status === 409 ? "conflict" : "rejected";
}
function saysExists(body) {
  return /exists|duplicate|unique|taken/i.test(body.errorCode ?? "") || SAYS_EXISTS.test(body.detail ?? "");
}

// src/core/api/retry-after.ts
function parseRetryAfter(text, now) {
  if (text === void 0) return void 0;
  if (/^\s*\d{1,9}(\.\d+)?\s*$/.test(text)) return Number(text) * 1e3;
  const date = Date.parse(text);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}

// src/core/api/transport.ts
var BODY_MAX_BYTES = 32 * 1024 * 1024;
var ERROR_BODY_MAX_BYTES = 64 * 1024;
var REQUEST_ID_MAX_LENGTH = 128;
function createTransport(options) {
  return async (call, signal) => {
    const { token, clock, log } = options;
    if (token === void 0) throw tokenMissing();
    const url = callUrl(options.baseUrl, call);
    if (signal.aborted) return cancelledFailure(call.endpoint, false);
    const started = clock.now();
    const { outcome, response } = await exchange({ ...options, token }, { call, url, signal });
    log("debug", "API request", {
      method: call.endpoint.method,
      path: url.pathname,
      status: response?.status,
      ms: clock.now() - started,
      request_id: response === void 0 ? void 0 : requestIdOf(response, token),
      ...outcome.ok ? {} : { failed: outcome.error.code }
    });
    return outcome;
  };
}
async function exchange(options, { call, url, signal }) {
  const deadline = startDeadline(options.timeoutMs, signal);
  let response;
  try {
    response = await options.http.send({
      method: call.endpoint.method,
      url: url.href,
      headers: headersOf(call, options.token),
      ...call.body === void 0 ? {} : { body: JSON.stringify(call.body) },
      signal: deadline.signal
    });
    return { outcome: await readOutcome(response, call, options), response };
  } catch (error) {
    return { outcome: broken(error, response !== void 0), response };
  } finally {
    deadline.clear();
  }
  function broken(error, answered) {
    if (signal.aborted) return cancelledFailure(call.endpoint, true);
    if (deadline.expired()) return timeoutFailure(call.endpoint, options.timeoutMs);
    return connectionFailure(error, call.endpoint, answered);
  }
}
async function readOutcome(response, call, options) {
  const { status } = response;
  if (status >= 400) return refused(await refusalOf(response, call, options));
  if (status >= 300) {
    await discardBody(response);
    return failure(unexpected(call.endpoint, `a redirect (${status}), which is not followed with a token`), { status });
  }
  return readSuccess(response, call.endpoint);
}
async function refusalOf(response, call, options) {
  return {
    endpoint: call.endpoint,
    status: response.status,
    text: await readErrorText(response),
    contentType: response.header("content-type") ?? "",
    requestId: requestIdOf(response, options.token),
    retryAfterMs: parseRetryAfter(response.header("retry-after"), options.clock.now()),
    secrets: [options.token, ...call.secrets ?? []]
  };
}
async function readErrorText(response) {
  try {
    return await readStart(response, ERROR_BODY_MAX_BYTES);
  } catch {
    return "";
  }
}
async function readSuccess(response, endpoint) {
  const { status } = response;
  let bytes;
  try {
    bytes = await readBody(response, BODY_MAX_BYTES);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    return unreadable(endpoint, status, `more than ${BODY_MAX_BYTES / 1024 / 1024} MB`);
  }
  if (bytes.byteLength === 0) return { ok: true, status, body: void 0 };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (isHtml(text, response.header("content-type") ?? "")) return unreadable(endpoint, status, "a web page");
    return { ok: true, status, body: JSON.parse(text) };
  } catch {
    return { ...unreadable(endpoint, status, "something that is not JSON"), transient: true };
  }
}
function unreadable(endpoint, status, what) {
  return failure(unexpected(endpoint, `${what} (${status})`), { status, mayHaveHappened: true });
}
function unexpected(endpoint, what) {
  return new NetworkError("unexpected_response", `Asked to ${endpoint.doing}, the API answered with ${what}.`, {
    hint: "Check --api-url and whether a proxy or a login page stands in between."
  });
}
function requestIdOf(response, token) {
  const id = response.header("x-request-id");
  return id === void 0 ? void 0 : untrustedText(id, [token], REQUEST_ID_MAX_LENGTH);
}
function tokenMissing() {
  return new InputError("token_missing", "No API token is set.", {
    hint: "Set VPS_API_TOKEN or --token-file, or try everything without an account with --sandbox."
  });
}

// src/core/api/calls.ts
var TIMEOUT_MS = 3e4;
function createCallers(options) {
  const { clock, log, concurrency } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  const transport = createTransport({ ...options, baseUrl, timeoutMs: options.timeoutMs ?? TIMEOUT_MS });
  const limiter = createLimiter(concurrency);
  return (signal) => {
    setMaxListeners(0, signal);
    return createCaller({ baseUrl, transport, limiter, signal, clock, log });
  };
}

// src/core/api/record-zones.ts
var KEPT_MAX = 1e5;
function createRecordZones() {
  const kept = /* @__PURE__ */ new Map();
  return {
    rowsTell: true,
    remember: (id, zone) => {
      kept.set(id, zone);
      if (kept.size <= KEPT_MAX) return;
      const [oldest] = kept.keys();
      if (oldest !== void 0) kept.delete(oldest);
    },
    of: (id) => kept.get(id),
    forget: (id) => {
      kept.delete(id);
    }
  };
}

// src/core/api/wire.ts
var wireId = pipe(union([string().check(_minLength(1)), number()]), transform(String));
var wireText = pipe(
  _catch(nullish(string()), void 0),
  transform((text) => text ?? void 0)
);
var wireNumber = pipe(
  _catch(nullish(union([number(), string().check(_regex(/^-?\d+(\.\d+)?$/))])), void 0),
  transform((value) => value === null || value === void 0 ? void 0 : Number(value))
);
var wireFlag = pipe(
  _catch(nullish(boolean()), void 0),
  transform((flag) => flag ?? void 0)
);
var wireTexts = pipe(
  _catch(nullish(array(string())), void 0),
  transform((texts) => texts ?? void 0)
);
function present(value) {
  return Object.fromEntries(Object.entries(value).filter(([, member2]) => member2 !== void 0));
}

// src/core/api/told-zone.ts
var hint = _catch(
  optional(
    union([
      pipe(
        wireId,
        transform((text) => ({ id: text, domain: text }))
      ),
      pipe(
        object({ uuid: optional(wireId), id: optional(wireId), domain: wireText, name: wireText }),
        transform(({ uuid, id, domain, name }) => ({ id: uuid ?? id, domain: domain ?? name }))
      )
    ])
  ),
  void 0
);
var zoneMembers = pipe(
  object({
    zone: hint,
    zone_uuid: hint,
    zone_id: hint,
    dns_zone: hint,
    zone_name: hint,
    zone_domain: hint,
    domain: hint
  }),
  transform((row) => Object.values(row).filter((told) => told !== void 0))
);
function zoneNamedByRow(row, zones) {
  const hints = zoneMembers.safeParse(row).data ?? [];
  return zones.find((zone) => hints.some((told) => names(told, zone)));
}
function rowNamesZone(row) {
  return (zoneMembers.safeParse(row).data ?? []).length > 0;
}
function zoneOfAbsoluteName(name, zones) {
  const lower = looseName(name);
  return zones.filter((zone) => isWithin(lower, zone.domain)).reduce(
    (longest, zone) => zone.domain.length > (longest?.domain.length ?? 0) ? zone : longest,
    void 0
  );
}
function names(told, zone) {
  return told.id === zone.id || told.domain !== void 0 && canonicalDomain(told.domain) === zone.domain;
}

// src/core/api/find-record-zone.ts
async function findRecordZone({ row, id, name }, places) {
  const seen = places.recordZones.of(id);
  if (seen !== void 0) return seen;
  const zones = typeof places.zones === "function" ? await places.zones() : places.zones;
  const told = zoneNamedByRow(row, zones) ?? zoneOfAbsoluteName(name, zones);
  if (told !== void 0) return told;
  for (const zone of zones) {
    const { items } = await places.listInZone(zone);
    if (items.some((item) => item.id === id)) return zone;
  }
  throw new VpsError("zone_not_found", "The record is there, but in none of the zones that were looked through.", {
    hint: "Give the zone with the record's name, type and value instead of its id."
  });
}

// src/core/api/read-row.ts
function readRow(schema, body, endpoint) {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  if (body === void 0) throw unexpected(endpoint, "nothing");
  const where = read.error.issues[0]?.path.map(String).join(".") ?? "";
  const member2 = /^[\w.]{1,64}$/.test(where) ? ` ("${where}" is missing or wrong)` : "";
  throw unexpected(endpoint, `JSON of another shape than its reference shows${member2}`);
}

// src/core/api/pagination.ts
var PAGES_MAX = 1e4;
var envelope = object({ count: wireNumber, next: wireText, results: array(unknown()) });
var listBody = union([
  pipe(
    array(unknown()),
    transform((results) => ({ count: void 0, next: void 0, results }))
  ),
  envelope
]);
async function listAllPages(caller, call, read) {
  const items = /* @__PURE__ */ new Map();
  let address = callUrl(caller.baseUrl, call);
  const seen = /* @__PURE__ */ new Set([address.href]);
  let page = await fetchPage(caller, call);
  let count = page.count;
  for (let number2 = 1; page !== void 0 && number2 <= PAGES_MAX; number2 += 1) {
    const before = items.size;
    for (const row of page.results) {
      const item = read(row);
      items.set(item.id, item);
    }
    const more = page.next !== void 0 || count !== void 0 && count > items.size;
    if (!more || page.results.length === 0) return listing([...items.values()], { caller, call, count });
    if (items.size === before) break;
    address = nextAddress(caller, { call, page, number: number2 });
    if (seen.has(address.href)) break;
    seen.add(address.href);
    page = await fetchFurtherPage(caller, { ...call, page: address });
    count = page?.count ?? count;
  }
  const unfinished = page !== void 0 && count === void 0;
  return listing([...items.values()], { caller, call, count, unfinished });
}
function listing(items, { caller, call, count, unfinished = false }) {
  const total = Math.max(count ?? 0, items.length);
  const incomplete = items.length < total || unfinished;
  if (incomplete) {
    const { path } = call.endpoint;
    caller.log("warn", "The API counts more than it gives", { path, counted: total, given: items.length });
  }
  return { items, total, incomplete };
}
function nextAddress(caller, { call, page, number: number2 }) {
  const first = callUrl(caller.baseUrl, call);
  const next = page.next === void 0 ? void 0 : ownAddress(page.next, first);
  if (next !== void 0) return next;
  if (page.next !== void 0) caller.log("warn", "A next link leaves the API's origin and is not followed");
  first.searchParams.set("page", String(number2 + 1));
  return first;
}
function ownAddress(next, base) {
  if (!URL.canParse(next, base.href)) return void 0;
  const address = new URL(next, base);
  const own = address.origin === base.origin && address.username === "" && address.password === "";
  return own ? address : void 0;
}
async function fetchPage(caller, call) {
  const { body } = await ask(caller, call);
  return readRow(listBody, body, call.endpoint);
}
async function fetchFurtherPage(caller, call) {
  const outcome = await caller.send(call);
  if (outcome.ok) return readRow(listBody, outcome.body, call.endpoint);
  if (outcome.status === 404) return void 0;
  throw outcome.error;
}

// src/core/api/wire-record.ts
var wireRecord = object({
  uuid: wireId,
  record_type: string().check(_minLength(1)),
  name: string(),
  value: wireText,
  ttl: wireNumber,
  priority: wireNumber,
  created_at: wireText
});
function heldRecord(row, zone) {
  const { domain } = zone;
  const ttl = row.ttl ?? DEFAULT_TTL_SECONDS;
  const spelled = {
    type: row.record_type.toUpperCase(),
    value: row.value ?? "",
    ...present({ priority: row.priority })
  };
  const record = readRecord({ zone: domain, name: row.name === "" ? "@" : row.name, ttl, ...spelled });
  const content = record ?? { name: looseOwnerName(row.name, domain), ttl, ...spelled };
  return {
    ...content,
    id: row.uuid,
    zone,
    ...present({ createdAt: row.created_at }),
    ...record === void 0 ? {} : { record }
  };
}
function recordToWire(record, zone) {
  return { record_type: record.type, ...changeToWire(record, zone) };
}
function changeToWire(change, zone) {
  const hasPriority = !isRecordType(change.type) || recordTypes[change.type].hasPriority;
  return present({
    name: change.name === void 0 ? void 0 : relativeName(change.name, zone.domain),
    value: change.value,
    ttl: change.ttl,
    priority: hasPriority ? change.priority : void 0
  });
}
function looseOwnerName(name, zone) {
  try {
    return parseOwnerName(name === "" ? "@" : name, zone);
  } catch {
    const lower = looseName(name);
    return isWithin(lower, zone) ? lower : `${lower}.${zone}`;
  }
}

// src/core/api/list-all-records.ts
async function listAllRecords(caller, { zones, type }, recordZones) {
  if (zones.length === 0) return { items: [], total: 0, incomplete: false };
  if (zones.length > 1 && !recordZones.rowsTell) return void 0;
  const endpoint = ENDPOINTS.R3;
  const rows = await listAllPages(caller, { endpoint, query: { record_type: type } }, (row) => {
    const read = readRow(wireRecord, row, endpoint);
    return { id: read.uuid, row, read, zone: zoneOf(row, read.name, zones) };
  });
  const items = [];
  for (const { id, read, zone } of rows.items) {
    const known = zone ?? recordZones.of(id);
    if (known === void 0) {
      recordZones.rowsTell = false;
      return void 0;
    }
    const held = heldRecord(read, known);
    recordZones.remember(id, held.zone);
    if (type === void 0 || held.type === type) items.push(held);
  }
  const total = items.length < rows.items.length ? items.length : rows.total;
  return { items, total, incomplete: rows.incomplete };
}
function zoneOf(row, name, zones) {
  const [only] = zones;
  if (zones.length === 1) return only;
  return zoneNamedByRow(row, zones) ?? zoneOfAbsoluteName(name, zones);
}

// src/core/api/post-once.ts
var ATTEMPTS_MAX2 = 3;
var LOOK_UP_DELAY_MS = 500;
async function postOnce(caller, post) {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await caller.send(post.call);
    const read = outcome.ok ? tryRead(post, outcome.body) : void 0;
    if (read?.ok === true) return read.made;
    const problem = read?.error ?? (outcome.ok ? void 0 : outcome.error);
    if (!outcome.ok && !isOpen(post, outcome, attempt)) throw outcome.error;
    const { found, sure } = await lookUp(caller, post, problem);
    if (found !== void 0) {
      caller.log("info", "A lost answer was looked up: the request had been carried out", {
        path: post.call.endpoint.path
      });
      return found;
    }
    if (outcome.ok || !sure || mayStillRun(post, outcome)) throw unknownOutcome(post, problem);
    if (!outcome.mayHaveHappened || attempt >= ATTEMPTS_MAX2) throw outcome.error;
  }
}
function tryRead(post, body) {
  try {
    return { ok: true, made: post.read(body) };
  } catch (error) {
    if (error instanceof VpsError) return { ok: false, error };
    throw error;
  }
}
function isOpen(post, outcome, attempt) {
  const { makes } = post.call.endpoint;
  if (outcome.error.code === "cancelled") return false;
  return outcome.mayHaveHappened || attempt > 1 && makes !== void 0 && outcome.error.code === EXISTS[makes];
}
function mayStillRun(post, outcome) {
  return post.spends === true && (outcome.error.code === "timeout" || outcome.status === 504);
}
async function lookUp(caller, post, problem) {
  if (!await waitedFor(caller.clock.sleep(LOOK_UP_DELAY_MS, caller.signal), caller.signal))
    throw unknownOutcome(post, problem);
  try {
    return await post.find();
  } catch (error) {
    if (error instanceof VpsError) throw unknownOutcome(post, problem ?? error);
    throw error;
  }
}
function unknownOutcome(post, cause) {
  const { doing } = post.call.endpoint;
  return new NetworkError(
    "outcome_unknown",
    `The answer to the request to ${doing} was lost, and it is not known whether it was carried out.`,
    { hint: `Do not repeat it before you have looked; ${post.where}.`, cause }
  );
}

// src/core/api/records.ts
function recordsApi(caller, recordZones) {
  return {
    listInZone: (zone) => listRecordsInZone(caller, zone, recordZones),
    list: (filter) => listRecordsByType(caller, filter, recordZones),
    listAll: (zones, filter = {}) => listAllRecords(caller, { zones, ...filter }, recordZones),
    zoneOf: (id) => recordZones.of(id),
    get: (id, zones) => getRecord(caller, { id, zones }, recordZones),
    create: (zone, content) => createRecord(caller, { zone, content }, recordZones),
    replace: (zone, id, content) => writeRecord(
      caller,
      { endpoint: ENDPOINTS.R5, zone, id, sent: content, body: recordToWire(content, zone) },
      recordZones
    ),
    update: (zone, id, change) => writeRecord(
      caller,
      { endpoint: ENDPOINTS.R6, zone, id, sent: change, body: changeToWire(change, zone) },
      recordZones
    ),
    delete: async (id) => {
      await ask(caller, { endpoint: ENDPOINTS.R7, id });
      recordZones.forget(id);
    }
  };
}
function listRecordsInZone(caller, zone, recordZones) {
  return listAllPages(
    caller,
    { endpoint: ENDPOINTS.R1, id: zone.id },
    (row) => readRecordRow(row, { zone, endpoint: ENDPOINTS.R1, recordZones })
  );
}
function readRecordRow(row, { zone, endpoint, recordZones }) {
  const held = heldRecord(readRow(wireRecord, row, endpoint), zone);
  recordZones.remember(held.id, held.zone);
  return held;
}
async function listRecordsByType(caller, { zone, type }, recordZones) {
  const endpoint = ENDPOINTS.R3;
  const call = { endpoint, query: { zone: zone.id, record_type: type } };
  const rows = await listAllPages(caller, call, (row) => ({ row, id: readRow(wireRecord, row, endpoint).uuid }));
  const items = rows.items.filter(({ row }) => !rowNamesZone(row) || zoneNamedByRow(row, [zone]) !== void 0).map(({ row }) => readRecordRow(row, { zone, endpoint, recordZones })).filter((held) => type === void 0 || held.type === type);
  const total = items.length < rows.items.length ? items.length : rows.total;
  return { items, total, incomplete: rows.incomplete };
}
async function getRecord(caller, { id, zones }, recordZones) {
  const endpoint = ENDPOINTS.R4;
  const { body } = await ask(caller, { endpoint, id });
  const { uuid, name } = readRow(wireRecord, body, endpoint);
  const zone = await findRecordZone(
    { row: body, id: uuid, name },
    { recordZones, zones, listInZone: (candidate) => listRecordsInZone(caller, candidate, recordZones) }
  );
  return readRecordRow(body, { zone, endpoint, recordZones });
}
async function createRecord(caller, { zone, content }, recordZones) {
  const endpoint = ENDPOINTS.R2;
  const made = await postOnce(caller, {
    call: { endpoint, id: zone.id, body: recordToWire(content, zone) },
    read: (body) => readRecordRow(body, { zone, endpoint, recordZones }),
    find: async () => findSame(await listRecordsInZone(caller, zone, recordZones), content),
    where: "list_records shows whether it is there"
  });
  tellDifference(caller, content, made);
  return made;
}
function findSame(listing2, content) {
  const same = listing2.items.filter(
    ({ record }) => record !== void 0 && record.name === content.name && record.type === content.type && sameRdata(record, content)
  );
  const found = same.find((held) => held.ttl === content.ttl) ?? same[0];
  return { found, sure: !listing2.incomplete };
}
async function writeRecord(caller, write, recordZones) {
  const { endpoint, zone, id, sent, body } = write;
  const answer = await ask(caller, { endpoint, id, body });
  const whole = wireRecord.safeParse(answer.body).success ? answer.body : (await ask(caller, { endpoint: ENDPOINTS.R4, id })).body;
  const held = readRecordRow(whole, { zone, endpoint, recordZones });
  tellDifference(caller, sent, held);
  return held;
}
function tellDifference(caller, sent, held) {
  const fields = answeredDifferently(sent, held);
  if (fields.length > 0) caller.log("warn", "The API holds something else than was sent", { record: held.id, fields });
}

export {
  readRow,
  wireId,
  wireText,
  wireNumber,
  wireFlag,
  wireTexts,
  present,
  ask,
  createCallers,
  listAllPages,
  postOnce,
  unknownOutcome,
  createRecordZones,
  recordsApi,
  listRecordsInZone,
  readRecordRow
};
