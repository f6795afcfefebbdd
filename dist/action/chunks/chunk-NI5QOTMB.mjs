import {
  looseName,
  parseZoneName
} from "./chunk-YZYHQ67G.mjs";

// src/core/api/canonical-domain.ts
function canonicalDomain(text) {
  try {
    return parseZoneName(text);
  } catch {
    return looseName(text);
  }
}

export {
  canonicalDomain
};
