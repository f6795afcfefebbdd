// The HttpClient on the built-in fetch: nothing to bundle, no proxy.
import type { HttpClient, HttpResponse } from "./http.ts";

export function fetchClient(): HttpClient {
  return {
    send: async ({ url, method, headers, body, signal }) => {
      const init = { method, headers, signal, redirect: "manual" } as const;
      return toResponse(await fetch(url, body === undefined ? init : { ...init, body }));
    },
    close: () => Promise.resolve(),
  };
}

function toResponse(response: Response): HttpResponse {
  return {
    status: response.status,
    header: (name) => response.headers.get(name) ?? undefined,
    body: response.body ?? noBody(),
  };
}

async function* noBody(): AsyncGenerator<Uint8Array> {
  // Nothing to give: the response has no body (204).
}
