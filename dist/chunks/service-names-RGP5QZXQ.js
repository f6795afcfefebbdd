import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{identityPresets,verificationPresets}from"./chunk-CRPI2UYU.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";var serviceNames=[...verificationPresets,...identityPresets].map(({name})=>name);export{serviceNames};
