import {
  PLACE_ENTRY
} from "./chunks/chunk-BKU4W2EN.mjs";
import {
  getState,
  maskSecret
} from "./chunks/chunk-XRWOO2BG.mjs";
import "./chunks/chunk-UWZIXFLP.mjs";
import {
  inputReader
} from "./chunks/chunk-ITS2KMA2.mjs";
import "./chunks/chunk-SRXP5WYM.mjs";
import "./chunks/chunk-P5BZS5M3.mjs";

// src/action/post.ts
var startSandbox = async (folder) => {
  const [{ startSandbox: start }, { systemClock: clock }] = await Promise.all([
    import("./chunks/start-HJZ64CTA.mjs"),
    import("./chunks/system-clock-V2ZVWSQK.mjs")
  ]);
  return start({ clock, seed: true, ...folder === void 0 ? {} : { data: folder } });
};
maskSecret(inputReader(process.env)("token"));
if (getState(PLACE_ENTRY) !== "") {
  const [{ cleanUp }, { systemClock: clock }] = await Promise.all([
    import("./chunks/clean-up-LHQEZXVZ.mjs"),
    import("./chunks/system-clock-V2ZVWSQK.mjs")
  ]);
  await cleanUp({ env: process.env, clock, startSandbox });
}
