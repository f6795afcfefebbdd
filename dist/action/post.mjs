import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  PLACE_ENTRY
} from "./chunks/chunk-5C7RWSRJ.mjs";
import {
  inputReader,
  maskSecret
} from "./chunks/chunk-6TVYQ27Y.mjs";
import {
  getState
} from "./chunks/chunk-PMCW6Q2A.mjs";
import "./chunks/chunk-FSNRYN5X.mjs";
import "./chunks/chunk-SRXP5WYM.mjs";
import "./chunks/chunk-A6FY4VKG.mjs";

// src/action/post.ts
var startSandbox = async (folder) => {
  const [{ startSandbox: start }, { systemClock: clock }] = await Promise.all([
    import("./chunks/start-KQFZT52U.mjs"),
    import("./chunks/system-clock-6MPKWMUM.mjs")
  ]);
  return start({ clock, seed: true, ...folder === void 0 ? {} : { data: folder } });
};
maskSecret(inputReader(process.env)("token"));
if (getState(PLACE_ENTRY) !== "") {
  const [{ cleanUp }, { systemClock: clock }] = await Promise.all([
    import("./chunks/clean-up-7HXAIIRI.mjs"),
    import("./chunks/system-clock-6MPKWMUM.mjs")
  ]);
  await cleanUp({ env: process.env, clock, startSandbox });
}
