import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{CONFIRM_MODES,OpenQuestion,TOKEN_LIFETIME_MS,confirmationLadder}from"./chunk-7UKE6E5U.js";import"./chunk-OMUK64SU.js";import"./chunk-ZSJN3ORM.js";import"./chunk-Z63WFNN6.js";import"./chunk-V26EQLHW.js";import"./chunk-WJXQKKIO.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{CONFIRM_MODES,OpenQuestion,TOKEN_LIFETIME_MS,confirmationLadder};
