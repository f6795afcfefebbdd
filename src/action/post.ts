// Composition root of the Action's post step. Most steps leave nothing to clean up: then nothing else is loaded.
import { getState } from "@actions/core";
import type { StartSandbox } from "./connect.ts";
import { inputReader } from "./input-reader.ts";
import { maskSecret } from "./mask.ts";
import { PLACE_ENTRY } from "./state.ts";

const startSandbox: StartSandbox = async (folder) => {
  const [{ startSandbox: start }, { systemClock: clock }] = await Promise.all([
    import("../sandbox/start.ts"),
    import("../platform/system-clock.ts"),
  ]);
  return start({ clock, seed: true, ...(folder === undefined ? {} : { data: folder }) });
};

maskSecret(inputReader(process.env)("token"));
if (getState(PLACE_ENTRY) !== "") {
  const [{ cleanUp }, { systemClock: clock }] = await Promise.all([
    import("./clean-up.ts"),
    import("../platform/system-clock.ts"),
  ]);
  await cleanUp({ env: process.env, clock, startSandbox });
}
