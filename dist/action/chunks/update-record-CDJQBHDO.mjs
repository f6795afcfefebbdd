import {
  updateRecord
} from "./chunk-7NMYE3L7.mjs";
import "./chunk-AWG3SRFZ.mjs";
import "./chunk-ET4FFTF2.mjs";
import "./chunk-AADTVZN7.mjs";
import "./chunk-PENQMIEB.mjs";
import "./chunk-ASLJ7EHQ.mjs";
import "./chunk-VZNKJXMV.mjs";
import "./chunk-VZY3EUGB.mjs";
import "./chunk-CMFDKYYC.mjs";
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
import "./chunk-TVQKXVYR.mjs";
import "./chunk-P5BZS5M3.mjs";
export {
  updateRecord
};
