import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  ensureRecords,
  listRecords,
  listZones,
  updateRecord
} from "./chunk-TWG7E6CF.mjs";
import "./chunk-EBPYOQ5P.mjs";
import "./chunk-HJUESV7M.mjs";
import "./chunk-KLE553TI.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-YDCWXJ6F.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-ZIBBHUWP.mjs";
import "./chunk-QKF63ONS.mjs";
import "./chunk-W3KXVNO7.mjs";
import "./chunk-4OMKK3RF.mjs";
import "./chunk-5H4IYKD6.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-A6FY4VKG.mjs";

// src/action/operations-at-hand.ts
var AT_HAND = [ensureRecords, listRecords, listZones, updateRecord];
export {
  AT_HAND
};
