import {
  hasProxy,
  nodeClient,
  proxiesOf
} from "./chunk-KAP2MEUC.mjs";
import {
  parseToken
} from "./chunk-JVENEMRX.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/action/http-client.ts
async function httpClient(env) {
  if (!hasProxy(env)) return nodeClient();
  const { undiciClient } = await import("./undici-client-TGKCJGOG.mjs");
  return undiciClient(proxiesOf(env));
}

// src/action/token.ts
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
function atToken(read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, error.message, { field: "token", hint: error.hint, cause: error });
  }
}

export {
  httpClient,
  readToken
};
