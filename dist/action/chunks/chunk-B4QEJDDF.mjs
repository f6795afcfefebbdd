import {
  recordTypes
} from "./chunk-XBGQYD5V.mjs";
import {
  isApexOf
} from "./chunk-YZYHQ67G.mjs";

// src/core/dns/apex-ns.ts
function isApexNs({ name, type }, zone) {
  return recordTypes[type].delegates && isApexOf(name, zone);
}

export {
  isApexNs
};
