import {
  ensureRecords,
  listRecords
} from "./chunk-RSDZGIZF.mjs";
import "./chunk-FSC55N5P.mjs";
import "./chunk-2WBXSZFM.mjs";
import "./chunk-MGWYHDCM.mjs";
import "./chunk-WFGYDKFB.mjs";
import "./chunk-U7HU3ZTI.mjs";
import "./chunk-VUKSXOJV.mjs";
import "./chunk-5GYMFEJY.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-NZXBCILF.mjs";
import "./chunk-VZNKJXMV.mjs";
import "./chunk-VZY3EUGB.mjs";
import "./chunk-CMFDKYYC.mjs";
import "./chunk-MPEOOIKC.mjs";
import "./chunk-TWIBUSA6.mjs";
import "./chunk-FDZT52PG.mjs";
import "./chunk-FKNTS2GN.mjs";
import "./chunk-3E7Z2IDA.mjs";
import "./chunk-UWZIXFLP.mjs";
import "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import "./chunk-2GJFCLDB.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-TVQKXVYR.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/action/operations-at-hand.ts
var AT_HAND = [ensureRecords, listRecords];
export {
  AT_HAND
};
