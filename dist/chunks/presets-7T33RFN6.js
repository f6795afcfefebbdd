import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{findPreset,presetOf,presets}from"./chunk-74MIUHIV.js";import"./chunk-OAR37PNM.js";import"./chunk-IT6C6YBZ.js";import"./chunk-KB7NNYS5.js";import"./chunk-PASR5BSA.js";import"./chunk-CRPI2UYU.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{findPreset,presetOf,presets};
