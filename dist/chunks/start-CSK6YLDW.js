import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{startSandbox}from"./chunk-SCIEVWL5.js";import"./chunk-I6OH6VZL.js";import"./chunk-SMU7IXR4.js";import"./chunk-ZGXITJU6.js";import"./chunk-FIIUIC5R.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{startSandbox};
