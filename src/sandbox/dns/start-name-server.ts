// The authoritative name server: the served zones on one port, over UDP and TCP.
import type { Log } from "../../core/ports.ts";
import { respond, serverFailure, type Transport } from "./respond.ts";
import type { ServedZones } from "./served-zones.ts";
import { listenTcp, TCP_IDLE_MS } from "./tcp.ts";
import { listenUdp } from "./udp.ts";

export interface NameServerOptions {
  readonly zones: ServedZones;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** An address to listen on; 127.0.0.1 when left out. */
  readonly host?: string;
  readonly tcpIdleMs?: number;
  readonly log?: Log;
}

export interface NameServer {
  /** The same over UDP and TCP. */
  readonly port: number;
  close(): Promise<void>;
}

/** A free TCP port may be taken over UDP; so many further ones are tried. */
const FREE_PORT_ATTEMPTS = 20;

/** Listens and answers until closed; changes to the zones show in the next answer. Rejects when the port is taken. */
export async function startNameServer(options: NameServerOptions): Promise<NameServer> {
  const { port = 0 } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await listen(options);
    } catch (error) {
      if (port !== 0 || attempt === FREE_PORT_ATTEMPTS || !isPortTaken(error)) throw error;
    }
  }
}

async function listen(options: NameServerOptions): Promise<NameServer> {
  const { host = "127.0.0.1", port = 0, tcpIdleMs = TCP_IDLE_MS } = options;
  const tcp = await listenTcp({ host, port, idleMs: tcpIdleMs }, (packet) => handle(options, packet, "tcp"));
  try {
    const udp = await listenUdp({ host, port: tcp.port }, (packet) => handle(options, packet, "udp"));
    return {
      port: tcp.port,
      async close() {
        await Promise.all([udp.close(), tcp.close()]);
      },
    };
  } catch (error) {
    await tcp.close();
    throw error;
  }
}

/** A defect of ours costs the asker one SERVFAIL, and never the server. */
function handle({ zones, log }: NameServerOptions, packet: Uint8Array, transport: Transport): Uint8Array | undefined {
  try {
    return respond(zones, packet, transport);
  } catch (error) {
    log?.("error", "A DNS query could not be answered.", { error });
    return serverFailure(packet);
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
