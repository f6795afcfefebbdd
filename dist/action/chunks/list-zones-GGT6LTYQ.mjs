import {
  listZones
} from "./chunk-6TT6MNNK.mjs";
import "./chunk-5MSBSZNL.mjs";
import "./chunk-U7HU3ZTI.mjs";
import "./chunk-SY2KZCHM.mjs";
import "./chunk-OP5V3ZVY.mjs";
import "./chunk-FDZT52PG.mjs";
import "./chunk-CZUQUKF2.mjs";
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
