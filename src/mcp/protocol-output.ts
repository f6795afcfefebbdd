// stdout belongs to the protocol: whatever else writes there is led to stderr, since one stray line ends a session.

export interface ProtocolOutput {
  /** Writes to the real stdout; rejects when its reader is gone. */
  readonly write: (text: string) => Promise<void>;
  /** Gives stdout back. */
  readonly release: () => void;
}

// The failure itself reaches the callback of the write; without a listener it would end the process.
const ignore = () => {};

/** Takes `stdout` for the protocol until it is released. */
export function claimOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): ProtocolOutput {
  const write = stdout.write.bind(stdout);
  Object.defineProperty(stdout, "write", { value: stderr.write.bind(stderr), configurable: true, writable: true });
  stdout.on("error", ignore);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        write(text, (error) => (error ? reject(error) : resolve()));
      }),
    release: () => {
      Reflect.deleteProperty(stdout, "write");
      stdout.off("error", ignore);
    },
  };
}
