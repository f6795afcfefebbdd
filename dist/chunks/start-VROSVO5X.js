import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{startSandbox}from"./chunk-QJBERMFF.js";import"./chunk-J4OJLCZS.js";import"./chunk-JIPBABM7.js";import"./chunk-4PQNECM5.js";import"./chunk-LY6FBBNA.js";import"./chunk-JSONUYHZ.js";import"./chunk-26SFQHHU.js";import"./chunk-IT6C6YBZ.js";import"./chunk-KB7NNYS5.js";import"./chunk-PASR5BSA.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{startSandbox};
