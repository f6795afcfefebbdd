import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{startSandbox}from"./chunk-L6PTDXG4.js";import"./chunk-EFDEOGIC.js";import"./chunk-GULTMLMQ.js";import"./chunk-ZGXITJU6.js";import"./chunk-KKNSAVF6.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{startSandbox};
