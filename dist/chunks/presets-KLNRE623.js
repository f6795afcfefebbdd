import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{findPreset,presetOf,presets}from"./chunk-2AQUQUWA.js";import"./chunk-OAR37PNM.js";import"./chunk-Z63WFNN6.js";import"./chunk-V26EQLHW.js";import"./chunk-WJXQKKIO.js";import"./chunk-CRPI2UYU.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{findPreset,presetOf,presets};
