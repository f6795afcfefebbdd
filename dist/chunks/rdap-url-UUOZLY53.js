import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{DEFAULT_RDAP_URL,parseRdapUrl,redirectTarget}from"./chunk-RA7TOATY.js";import"./chunk-RFYABEDY.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{DEFAULT_RDAP_URL,parseRdapUrl,redirectTarget};
