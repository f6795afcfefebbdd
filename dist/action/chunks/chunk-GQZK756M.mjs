import {
  labelFromOctets,
  labelsOf,
  unescapeOctets
} from "./chunk-2GJFCLDB.mjs";

// src/core/dns/wire-name.ts
function labelOctetsOf(name) {
  return labelsOf(name).map((label) => unescapeOctets(label) ?? new Uint8Array());
}
function nameOfLabelOctets(labels) {
  return labels.map(labelFromOctets).join(".");
}

export {
  labelOctetsOf,
  nameOfLabelOctets
};
