// The sandbox's name servers: the one that knows every change at once, and one that lags where that is wanted.
import { type Lag, lagBehind } from "./lagging-zones.ts";
import { type NameServerOptions, startNameServer } from "./start-name-server.ts";

export interface NameServers {
  readonly port: number;
  readonly laggingPort: number | undefined;
  close(): Promise<void>;
}

/** The lagging one takes a free port. Rejects, with nothing left running, when the other's is taken. */
export async function startNameServers(options: NameServerOptions, lag: Lag | undefined): Promise<NameServers> {
  const first = await startNameServer(options);
  if (lag === undefined) return { port: first.port, laggingPort: undefined, close: () => first.close() };
  const behind = lagBehind(options.zones, lag);
  try {
    const second = await startNameServer({ ...options, zones: behind.zones, port: 0 });
    return {
      port: first.port,
      laggingPort: second.port,
      async close() {
        behind.stop();
        await Promise.all([first.close(), second.close()]);
      },
    };
  } catch (error) {
    behind.stop();
    await first.close();
    throw error;
  }
}
