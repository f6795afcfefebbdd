import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  ensureRecords,
  listRecords,
  listZones,
  updateRecord
} from "./chunk-VHFXEAWH.mjs";
import "./chunk-DO2PT2OR.mjs";
import "./chunk-4OBTFFDT.mjs";
import "./chunk-MXZP5YAO.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-CXEZFBFL.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-CB3PTKDX.mjs";
import "./chunk-QKF63ONS.mjs";
import "./chunk-W3KXVNO7.mjs";
import "./chunk-BM2FBSFY.mjs";
import "./chunk-MLNCQ6MW.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-A6FY4VKG.mjs";

// src/action/operations-at-hand.ts
var AT_HAND = [ensureRecords, listRecords, listZones, updateRecord];
export {
  AT_HAND
};
