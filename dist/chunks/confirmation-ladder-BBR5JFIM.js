import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{CONFIRM_MODES,OpenQuestion,TOKEN_LIFETIME_MS,confirmationLadder}from"./chunk-IOCOXMZO.js";import"./chunk-EZUYA4CB.js";import"./chunk-26SFQHHU.js";import"./chunk-IT6C6YBZ.js";import"./chunk-KB7NNYS5.js";import"./chunk-PASR5BSA.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{CONFIRM_MODES,OpenQuestion,TOKEN_LIFETIME_MS,confirmationLadder};
