import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{runAsking}from"./chunk-LEUMFU7H.js";import"./chunk-TZ4KIWNW.js";import"./chunk-EZTO4E5X.js";import"./chunk-SXS7U4WD.js";import"./chunk-HOVKSJ2X.js";import"./chunk-GULTMLMQ.js";import"./chunk-ZGXITJU6.js";import"./chunk-KKNSAVF6.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{runAsking};
