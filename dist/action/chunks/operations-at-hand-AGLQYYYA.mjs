import {
  ensureRecords,
  listRecords,
  listZones,
  updateRecord
} from "./chunk-5V65KK7X.mjs";
import "./chunk-7ZQSGQ4S.mjs";
import "./chunk-O23LPCAO.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-OP5V3ZVY.mjs";
import "./chunk-YI6F6W64.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-WFGYDKFB.mjs";
import "./chunk-K2YA4WIU.mjs";
import "./chunk-ZOPL3NNQ.mjs";
import "./chunk-CZUQUKF2.mjs";
import "./chunk-W3KXVNO7.mjs";
import "./chunk-BM2FBSFY.mjs";
import "./chunk-MLNCQ6MW.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/action/operations-at-hand.ts
var AT_HAND = [ensureRecords, listRecords, listZones, updateRecord];
export {
  AT_HAND
};
