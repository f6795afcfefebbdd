import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{runAsking}from"./chunk-ISYAMTMD.js";import"./chunk-RIQHL23W.js";import"./chunk-IOCOXMZO.js";import"./chunk-LSDLNTMF.js";import"./chunk-JSONUYHZ.js";import"./chunk-EZUYA4CB.js";import"./chunk-26SFQHHU.js";import"./chunk-OAR37PNM.js";import"./chunk-IT6C6YBZ.js";import"./chunk-KB7NNYS5.js";import"./chunk-PASR5BSA.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{runAsking};
