import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  PLACE_ENTRY
} from "./chunks/chunk-JQACBLYV.mjs";
import {
  getState,
  maskSecret
} from "./chunks/chunk-34OCUNSZ.mjs";
import {
  inputReader
} from "./chunks/chunk-AAVORHXH.mjs";
import "./chunks/chunk-JVENEMRX.mjs";
import "./chunks/chunk-W3KXVNO7.mjs";
import "./chunks/chunk-SRXP5WYM.mjs";
import "./chunks/chunk-A6FY4VKG.mjs";

// src/action/post.ts
var startSandbox = async (folder) => {
  const [{ startSandbox: start }, { systemClock: clock }] = await Promise.all([
    import("./chunks/start-72BZ4663.mjs"),
    import("./chunks/system-clock-LIDC6D3V.mjs")
  ]);
  return start({ clock, seed: true, ...folder === void 0 ? {} : { data: folder } });
};
maskSecret(inputReader(process.env)("token"));
if (getState(PLACE_ENTRY) !== "") {
  const [{ cleanUp }, { systemClock: clock }] = await Promise.all([
    import("./chunks/clean-up-MFJIGGI4.mjs"),
    import("./chunks/system-clock-LIDC6D3V.mjs")
  ]);
  await cleanUp({ env: process.env, clock, startSandbox });
}
