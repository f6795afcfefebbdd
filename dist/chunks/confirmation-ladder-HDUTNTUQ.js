import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{CONFIRM_MODES,OpenQuestion,TOKEN_LIFETIME_MS,confirmationLadder}from"./chunk-SC42OC3H.js";import"./chunk-HE73MT2Q.js";import"./chunk-SMU7IXR4.js";import"./chunk-FIIUIC5R.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{CONFIRM_MODES,OpenQuestion,TOKEN_LIFETIME_MS,confirmationLadder};
