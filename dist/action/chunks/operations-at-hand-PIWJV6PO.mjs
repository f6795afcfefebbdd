import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  ensureRecords,
  listRecords,
  listZones,
  updateRecord
} from "./chunk-VGHGU5KX.mjs";
import "./chunk-J4ZKI2JV.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-AIRNOM3D.mjs";
import "./chunk-7DJ62BC5.mjs";
import "./chunk-FSNRYN5X.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-A6FY4VKG.mjs";

// src/action/operations-at-hand.ts
var AT_HAND = [ensureRecords, listRecords, listZones, updateRecord];
export {
  AT_HAND
};
