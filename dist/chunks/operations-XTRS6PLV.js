import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{findOperation,operations}from"./chunk-F5HBZRZW.js";import"./chunk-NEJJOURA.js";import"./chunk-K4XJZFQB.js";import"./chunk-HE73MT2Q.js";import"./chunk-G6VXDCFO.js";import"./chunk-P7BA4XZS.js";import"./chunk-I6OH6VZL.js";import"./chunk-SMU7IXR4.js";import"./chunk-ZGXITJU6.js";import"./chunk-FIIUIC5R.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{findOperation,operations};
