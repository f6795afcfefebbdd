// The person behind a client: whether it can ask one, how it is asked, and what the answer means, in both protocol eras.
import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type ElicitRequestFormParams,
  inputRequired,
  type InputRequiredResult,
  inputResponse,
  type ServerContext,
} from "@modelcontextprotocol/server";
import type { OpenQuestion } from "../core/confirmation-ladder.ts";
import type { AskingCall } from "../core/run-asking.ts";
import type * as z from "zod/mini";
import type { Log } from "../core/ports.ts";
import type { UnheardQuestions } from "./unheard-questions.ts";

/** What a call knows of its person. */
export type Person = Pick<AskingCall<z.ZodMiniObject, z.ZodMiniObject>, "ask" | "heard">;

type Ask = NonNullable<Person["ask"]>;
type PersonsAnswer = Awaited<ReturnType<Ask>>;

export interface PersonDeps {
  /** The tool that is called. */
  readonly tool: string;
  /** The call's. */
  readonly signal: AbortSignal;
  /** What the client declared when it connected (2025 era). */
  readonly capabilities: ClientCapabilities | undefined;
  readonly unheard: UnheardQuestions;
  /** How long a 2025-era client has for its answer. */
  readonly answerWithinMs: number;
  readonly log: Log;
}

const KEY = "confirm";

/** The person behind this call, as its protocol era reaches one. */
export function personBehind(context: ServerContext, deps: PersonDeps): Person {
  const { envelope } = context.mcpReq;
  if (envelope === undefined) return canAsk(deps.capabilities) ? { ask: askNow(context, deps) } : {};
  const heard = heardAnswer(context);
  if (heard !== undefined) deps.unheard.heard(heard.token);
  return { heard, ask: canAsk(member(envelope, CLIENT_CAPABILITIES_META_KEY)) ? askByAnswering(deps) : undefined };
}

/** The answer that carries a question to a client of 2026-07-28, which comes back with what its person said. */
export function questionResult(question: OpenQuestion): InputRequiredResult {
  // The token is the state, as it is: 128 random bits that stand for what this side keeps, digest and expiry. There is
  // nothing in it to forge, and a signature could not make it good only once.
  return inputRequired({
    inputRequests: { [KEY]: inputRequired.elicit(form(question)) },
    requestState: question.token,
  });
}

/**
 * Whether a client with these capabilities, unchecked, can show our form to its person. An empty `elicitation` means forms;
 * one that names only `url` cannot show ours.
 */
export function canAsk(capabilities: unknown): boolean {
  const elicitation = member(capabilities, "elicitation");
  if (typeof elicitation !== "object" || elicitation === null) return false;
  return member(elicitation, "form") !== undefined || member(elicitation, "url") === undefined;
}

// What a client declares in its envelope reaches us as it was sent.
function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/**
 * 2025 era: a request of our own to the client. The SDK's shim for these clients would answer a broken question with an
 * error of its own, where the person's way on is a preview and a token.
 */
function askNow({ mcpReq }: ServerContext, { signal, answerWithinMs, log }: PersonDeps): Ask {
  return async (question) => {
    try {
      const result = await mcpReq.send(
        { method: "elicitation/create", params: form(question) },
        { timeout: answerWithinMs, signal },
      );
      return readAnswer({ [KEY]: result });
    } catch (error) {
      signal.throwIfAborted();
      log("info", "a question was not answered", { reason: String(error) });
      return "unanswered";
    }
  };
}

/** 2026-07-28: the question is this call's answer. One that got none within two minutes is not asked twice. */
function askByAnswering({ tool, unheard }: PersonDeps): Ask {
  return (question) => {
    if (unheard.isOverdue(tool, question)) return Promise.resolve("unanswered");
    unheard.sent(tool, question);
    return Promise.reject(question);
  };
}

function heardAnswer({ mcpReq }: ServerContext): Person["heard"] {
  const { inputResponses } = mcpReq;
  const token = mcpReq.requestState<unknown>();
  if (inputResponses === undefined && token === undefined) return undefined;
  // A yes to nothing that was asked is no yes; a no is one, whatever it was said to.
  if (typeof token === "string") return { answer: readAnswer(inputResponses), token };
  return { answer: readAnswer(inputResponses) === "no" ? "no" : "unanswered", token: "" };
}

function readAnswer(responses: Record<string, unknown> | undefined): PersonsAnswer {
  const response = inputResponse(responses, KEY);
  if (response.kind !== "elicit") return "unanswered";
  if (response.action === "decline" || response.action === "cancel") return "no";
  if (response.action !== "accept") return "unanswered";
  const ticked = response.content?.[KEY];
  if (typeof ticked !== "boolean") return "unanswered";
  return ticked ? "yes" : "no";
}

/** One tick: the form that every client can draw. */
function form({ preview }: OpenQuestion): ElicitRequestFormParams {
  return {
    message: `${preview} Go ahead?`,
    requestedSchema: {
      type: "object",
      properties: { [KEY]: { type: "boolean", title: "Yes, go ahead" } },
      required: [KEY],
    },
  };
}
