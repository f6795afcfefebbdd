// Other servers, named on the command line, measured beside ours: start, memory, bytes of the tool list.
import { startRatio } from "./cold-start.ts";
import { spread } from "./spread.ts";
import { listedServer } from "./tool-list.ts";

export interface PeerFigures {
  readonly command: string;
  /** Medians. */
  readonly start: number;
  readonly memory: number;
  readonly bytes: number;
  readonly tools: number;
}

/**
 * @param line a command as a shell would take it, without quoting: `env KEY=value node server.js`. Through `npx` its own
 *   start counts too.
 * @throws Error with what came instead, where it starts or answers not as a server does
 */
export async function measurePeer(line: string, runs: number): Promise<PeerFigures> {
  const [command = "", ...args] = line.trim().split(/\s+/);
  const starts: number[] = [];
  const memories: number[] = [];
  let listed = await listedServer(command, args);
  for (let run = 0; run < runs; run++) {
    starts.push(await startRatio(command, args));
    listed = await listedServer(command, args);
    memories.push(listed.memory);
  }
  return {
    command: line,
    start: spread(starts).median,
    memory: spread(memories).median,
    bytes: listed.bytes,
    tools: listed.tools,
  };
}
