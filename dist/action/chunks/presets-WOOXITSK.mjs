import {
  findPreset,
  presetOf,
  presets
} from "./chunk-5OSID3HH.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-BM2FBSFY.mjs";
import "./chunk-MLNCQ6MW.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";
export {
  findPreset,
  presetOf,
  presets
};
