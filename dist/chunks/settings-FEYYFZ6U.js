import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{DEFAULT_API_URL,isLoopback,parseApiUrl,parseToken}from"./chunk-RFYABEDY.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{DEFAULT_API_URL,isLoopback,parseApiUrl,parseToken};
