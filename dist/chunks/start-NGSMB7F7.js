import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{startSandbox}from"./chunk-IBVGTWWH.js";import"./chunk-JYF2KACB.js";import"./chunk-UBCGIMXV.js";import"./chunk-QJZGCWR2.js";import"./chunk-DG3H7W5K.js";import"./chunk-JSONUYHZ.js";import"./chunk-ZSJN3ORM.js";import"./chunk-Z63WFNN6.js";import"./chunk-V26EQLHW.js";import"./chunk-WJXQKKIO.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{startSandbox};
