import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{runAsking}from"./chunk-4LNHVK2Z.js";import"./chunk-RIQHL23W.js";import"./chunk-7UKE6E5U.js";import"./chunk-LSDLNTMF.js";import"./chunk-JSONUYHZ.js";import"./chunk-OMUK64SU.js";import"./chunk-ZSJN3ORM.js";import"./chunk-OAR37PNM.js";import"./chunk-Z63WFNN6.js";import"./chunk-V26EQLHW.js";import"./chunk-WJXQKKIO.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{runAsking};
