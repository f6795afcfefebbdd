import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  findPreset,
  presetOf,
  presets
} from "./chunk-5OSID3HH.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-BM2FBSFY.mjs";
import "./chunk-MLNCQ6MW.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-A6FY4VKG.mjs";
export {
  findPreset,
  presetOf,
  presets
};
