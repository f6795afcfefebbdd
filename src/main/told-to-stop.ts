// How this program is told to end: SIGTERM, SIGINT, or its terminal going away. The second time kills it.
const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** Calls `stop` the first time; the function it gives back listens no more. */
export function whenToldToStop(stop: () => void): () => void {
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, told);
  };
  const told = () => {
    release();
    stop();
  };
  for (const signal of SIGNALS) process.once(signal, told);
  return release;
}
