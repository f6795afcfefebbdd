import {
  recordTypes
} from "./chunk-RJAMLTRO.mjs";
import {
  isApexOf
} from "./chunk-2GJFCLDB.mjs";

// src/core/dns/apex-ns.ts
function isApexNs({ name, type }, zone) {
  return recordTypes[type].delegates && isApexOf(name, zone);
}

export {
  isApexNs
};
