import {
  findPreset,
  presetOf,
  presets
} from "./chunk-TOUZM3NH.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-XBGQYD5V.mjs";
import "./chunk-Z4CTONIQ.mjs";
import "./chunk-YZYHQ67G.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";
export {
  findPreset,
  presetOf,
  presets
};
