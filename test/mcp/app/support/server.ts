// The built program on its sandbox, spoken to as a host does: through the 2.x client over stdio.
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

export type CallResult = Awaited<ReturnType<Client["callTool"]>>;
type Input = Record<string, unknown>;

export interface AppServer extends AsyncDisposable {
  readonly client: Client;
  /** The page of the app, as a host reads it. */
  readPage(): Promise<string>;
  call(name: string, input: Input): Promise<CallResult>;
}

export interface ServerOptions {
  readonly program: string;
  readonly flags?: readonly string[];
  /** Answers the server's questions; without it the client cannot ask. */
  readonly person?: (message: string) => Promise<"accept" | "decline">;
  /** Speaks 2026-07-28, where a question comes as a call's answer; else the era before. */
  readonly modern?: boolean;
}

export const PLAN_APP_URI = "ui://vps-dns/plan";

export async function startServer({ program, flags = [], person, modern }: ServerOptions): Promise<AppServer> {
  const client = new Client(
    { name: "test host", version: "1" },
    {
      capabilities: person === undefined ? {} : { elicitation: {} },
      ...(modern === true ? { versionNegotiation: { mode: { pin: "2026-07-28" } } } : {}),
    },
  );
  if (person !== undefined) {
    client.setRequestHandler("elicitation/create", async ({ params }) => {
      const action = await person(params.message);
      return action === "accept" ? { action, content: { confirm: true } } : { action };
    });
  }
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [program, "mcp", "--sandbox", ...flags],
      stderr: "ignore",
    }),
  );
  return {
    client,
    readPage: async () => {
      const { contents } = await client.readResource({ uri: PLAN_APP_URI });
      const [page] = contents;
      if (page === undefined || !("text" in page)) throw new Error("The page is not text.");
      return page.text;
    },
    call: (name, input) => client.callTool({ name, arguments: input }),
    [Symbol.asyncDispose]: () => client.close(),
  };
}
