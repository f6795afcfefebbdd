import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{runAsking}from"./chunk-CKTKMC4D.js";import"./chunk-VP3IU4SQ.js";import"./chunk-SC42OC3H.js";import"./chunk-K4XJZFQB.js";import"./chunk-HE73MT2Q.js";import"./chunk-SMU7IXR4.js";import"./chunk-ZGXITJU6.js";import"./chunk-FIIUIC5R.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{runAsking};
