import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{CONFIRM_MODES,OpenQuestion,TOKEN_LIFETIME_MS,confirmationLadder}from"./chunk-EZTO4E5X.js";import"./chunk-HOVKSJ2X.js";import"./chunk-GULTMLMQ.js";import"./chunk-KKNSAVF6.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{CONFIRM_MODES,OpenQuestion,TOKEN_LIFETIME_MS,confirmationLadder};
