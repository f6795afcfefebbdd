import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  ensureRecords,
  listRecords,
  listZones,
  updateRecord
} from "./chunk-CLQC5YB2.mjs";
import "./chunk-MYLNW2GT.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-OK42F5MH.mjs";
import "./chunk-KI4SST4U.mjs";
import "./chunk-7DJ62BC5.mjs";
import "./chunk-FSNRYN5X.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-A6FY4VKG.mjs";

// src/action/operations-at-hand.ts
var AT_HAND = [ensureRecords, listRecords, listZones, updateRecord];
export {
  AT_HAND
};
