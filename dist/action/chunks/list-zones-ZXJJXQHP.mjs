import {
  listZones
} from "./chunk-3TLG2SN2.mjs";
import "./chunk-FSC55N5P.mjs";
import "./chunk-U7HU3ZTI.mjs";
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
import "./chunk-P5BZS5M3.mjs";
export {
  listZones
};
