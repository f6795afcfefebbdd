import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{findOperation,operations}from"./chunk-UNSTPZPP.js";import"./chunk-NEJJOURA.js";import"./chunk-SXS7U4WD.js";import"./chunk-HOVKSJ2X.js";import"./chunk-G6VXDCFO.js";import"./chunk-P7BA4XZS.js";import"./chunk-EFDEOGIC.js";import"./chunk-GULTMLMQ.js";import"./chunk-ZGXITJU6.js";import"./chunk-KKNSAVF6.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{findOperation,operations};
