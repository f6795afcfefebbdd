// The person that a task scripts. It sits between host and server, so that any host can be let at a task: the server is
// told that the host can ask, and is answered in the host's place, in both protocol eras.
import * as z from "zod/mini";

/** @typedef {import("./task.ts").Says} Says */
/** @typedef {readonly (readonly [string, unknown])[]} Entries */

const CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

const form = z.looseObject({
  params: z.looseObject({ requestedSchema: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
});
const fromHost = z.looseObject({
  id: z.optional(z.union([z.string(), z.number()])),
  method: z.string(),
  params: z.optional(
    z.looseObject({
      capabilities: z.optional(z.looseObject({})),
      _meta: z.optional(z.looseObject({ [CAPABILITIES]: z.optional(z.looseObject({})) })),
    }),
  ),
});
const asked = z.looseObject({
  id: z.union([z.string(), z.number()]),
  method: z.literal("elicitation/create"),
  ...form.shape,
});
const inputRequired = z.object({
  id: z.union([z.string(), z.number()]),
  result: z.object({
    resultType: z.literal("input_required"),
    inputRequests: z.record(z.string(), form),
    requestState: z.optional(z.string()),
  }),
});

/** @param {Says} says */
export function scriptedPerson(says) {
  /** @type {Map<string | number, z.output<typeof fromHost>>} */
  const calls = new Map();
  return {
    /**
     * What the server gets of a line of the host.
     * @param {string} line
     */
    pass(line) {
      const message = read(fromHost, line);
      if (message === undefined) return line;
      const able = { ...message, params: withElicitation(message.params) };
      if (message.id !== undefined) calls.set(message.id, able);
      return JSON.stringify(able);
    },
    /**
     * What the server gets for a line of its own that is a question; undefined for all others, which are the host's.
     * @param {string} line
     */
    answer(line) {
      const now = read(asked, line);
      if (now !== undefined) return JSON.stringify({ jsonrpc: "2.0", id: now.id, ...reply(says, now) });
      const later = read(inputRequired, line);
      const call = later && calls.get(later.id);
      if (later === undefined || call === undefined) return undefined;
      const { inputRequests, requestState } = later.result;
      /** @type {Entries} */
      const answers = Object.entries(inputRequests).map(([key, request]) => [key, reply(says, request).result]);
      // JSON leaves out the answer that never came.
      const inputResponses = fromEntries(answers);
      return JSON.stringify({ ...call, params: { ...call.params, inputResponses, requestState } });
    },
  };
}

/** @param {z.output<typeof fromHost>["params"]} params */
function withElicitation(params) {
  const { capabilities, _meta: meta } = params ?? {};
  const envelope = meta?.[CAPABILITIES];
  return {
    ...params,
    ...(capabilities === undefined ? {} : { capabilities: { ...capabilities, elicitation: {} } }),
    ...(envelope === undefined ? {} : { _meta: { ...meta, [CAPABILITIES]: { ...envelope, elicitation: {} } } }),
  };
}

/**
 * @param {Says} says
 * @param {z.output<typeof form>} question
 */
function reply(says, { params }) {
  if (says === "silent") return { error: { code: -32_603, message: "Nobody answered." } };
  if (says === "no") return { result: { action: "decline" } };
  /** @type {Entries} */
  const ticks = Object.keys(params.requestedSchema.properties).map((field) => [field, true]);
  return { result: { action: "accept", content: fromEntries(ticks) } };
}

/**
 * @param {Entries} entries
 * @returns {Record<string, unknown>}
 */
function fromEntries(entries) {
  return Object.fromEntries(entries);
}

/**
 * @template {z.ZodMiniType} Schema
 * @param {Schema} schema
 * @param {string} line
 */
function read(schema, line) {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    // No message: what it is, the other side says.
    return undefined;
  }
}
