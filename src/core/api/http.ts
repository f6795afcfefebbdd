// The port between the API client and whatever moves bytes: Node's own http (the Action) or undici (everywhere
// else, and wherever a proxy is set). Neither follows a redirect, retries, or reads the environment.

/** One request as it goes out. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** An answer whose head has arrived. */
export interface HttpResponse {
  readonly status: number;
  /** Header by lower-case name. */
  header(name: string): string | undefined;
  /** The body in chunks; the caller bounds it and must read or cancel it. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Sends a request once; rejects when no answer begins. */
export interface HttpClient {
  send(request: HttpRequest): Promise<HttpResponse>;
  close(): Promise<void>;
}
