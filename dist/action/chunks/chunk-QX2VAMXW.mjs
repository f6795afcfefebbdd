import {
  looseName,
  parseZoneName
} from "./chunk-2GJFCLDB.mjs";

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
