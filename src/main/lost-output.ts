// What becomes of output that nobody takes: a reader that has gone (`| head`) is no failure, a full disk is one.
import { problemLine, toProblem, VpsError } from "../core/errors.ts";

/** Ends the process with `code`, and not in the middle of its work, where stdout could not be written. */
export function watchOutput(code: number): void {
  process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
    if (cause.code === "EPIPE") return;
    const lost = new VpsError("internal", "The output could not be written.", {
      hint: "What was asked for may be done all the same: list_changes tells.",
      cause,
    });
    process.stderr.write(`${problemLine(toProblem(lost))}\n`);
    process.once("exit", () => {
      process.exitCode = code;
    });
  });
  // There is nowhere left to tell it.
  process.stderr.on("error", () => undefined);
}
