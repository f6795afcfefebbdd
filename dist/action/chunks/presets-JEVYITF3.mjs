import {
  findPreset,
  presetOf,
  presets
} from "./chunk-ABO4YQZD.mjs";
import "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import "./chunk-2GJFCLDB.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-TVQKXVYR.mjs";
import "./chunk-P5BZS5M3.mjs";
export {
  findPreset,
  presetOf,
  presets
};
