import {
  ensureRecords,
  listRecords,
  listZones,
  updateRecord
} from "./chunk-KES2UQIP.mjs";
import "./chunk-OS2V4LRU.mjs";
import "./chunk-GWAJN54E.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-OP5V3ZVY.mjs";
import "./chunk-IWOUOZ3K.mjs";
import "./chunk-G5TZSIYV.mjs";
import "./chunk-WFGYDKFB.mjs";
import "./chunk-LN3X5XSC.mjs";
import "./chunk-B4QEJDDF.mjs";
import "./chunk-ZMJBRHQT.mjs";
import "./chunk-CZUQUKF2.mjs";
import "./chunk-T6VKVPWA.mjs";
import "./chunk-XBGQYD5V.mjs";
import "./chunk-Z4CTONIQ.mjs";
import "./chunk-YZYHQ67G.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/action/operations-at-hand.ts
var AT_HAND = [ensureRecords, listRecords, listZones, updateRecord];
export {
  AT_HAND
};
