import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  findPreset,
  presetOf,
  presets
} from "./chunk-OC75W6RW.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-4OMKK3RF.mjs";
import "./chunk-5H4IYKD6.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-A6FY4VKG.mjs";
export {
  findPreset,
  presetOf,
  presets
};
