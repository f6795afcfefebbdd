import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/dns/compare-texts.ts
function compareTexts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// lazy-tr46:tr46
var tr46;
function load() {
  if (tr46 !== void 0) return tr46;
  const { existsSync } = process.getBuiltinModule("node:fs");
  const { createRequire } = process.getBuiltinModule("node:module");
  const beside = new URL("tr46.cjs", import.meta.url);
  tr46 = createRequire(import.meta.url)(existsSync(beside) ? "./tr46.cjs" : "./chunks/tr46.cjs");
  return tr46;
}
function toASCII(...given) {
  return load().toASCII(...given);
}
function toUnicode(...given) {
  return load().toUnicode(...given);
}

// src/core/dns/idn.ts
var OPTIONS = {
  checkBidi: true,
  checkHyphens: true,
  checkJoiners: true,
  // Underscores and wildcards are ours to judge.
  useSTD3ASCIIRules: false,
  transitionalProcessing: false,
  ignoreInvalidPunycode: false
};
function toALabel(label) {
  const ascii = toASCII(label, { ...OPTIONS, verifyDNSLength: false });
  return ascii !== null && /^[a-z0-9_*-]+$/.test(ascii) ? ascii : void 0;
}
function isALabel(label) {
  return toALabel(label) === label && toULabel(label) !== label;
}
function toULabel(label) {
  if (!label.startsWith("xn--")) return label;
  const { domain, error } = toUnicode(label, OPTIONS);
  return error ? label : domain;
}

// src/core/dns/master-text.ts
var BACKSLASH = 92;
var utf8 = new TextEncoder();
var strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function unescapeOctets(text) {
  const written = utf8.encode(text);
  if (!text.includes("\\")) return written;
  const octets = [];
  for (let at = 0; at < written.length; at++) {
    const octet = written[at] ?? 0;
    if (octet !== BACKSLASH) {
      octets.push(octet);
      continue;
    }
    const escaped = readEscape(written, at + 1);
    if (escaped === void 0) return void 0;
    octets.push(escaped.octet);
    at += escaped.length;
  }
  return Uint8Array.from(octets);
}
function escapeQuoted(octets) {
  let text = "";
  for (const octet of octets) {
    if (octet < 32 || octet > 126) text += decimalEscape(octet);
    else if (octet === 34 || octet === BACKSLASH) text += `\\${String.fromCharCode(octet)}`;
    else text += String.fromCharCode(octet);
  }
  return text;
}
function decimalEscape(octet) {
  return `\\${String(octet).padStart(3, "0")}`;
}
function decodeUtf8(octets) {
  try {
    return strictUtf8.decode(octets);
  } catch {
    return void 0;
  }
}
function encodeUtf8(text) {
  return utf8.encode(text);
}
function quotedStrings(text) {
  if (!text.startsWith('"') || !text.endsWith('"')) return void 0;
  const strings = [];
  const string = /"([^"\\]*(?:\\[^][^"\\]*)*)"\s*/y;
  while (string.lastIndex < text.length) {
    const match = string.exec(text);
    if (match?.[1] === void 0) return void 0;
    strings.push(match[1]);
  }
  return strings;
}
function readEscape(written, at) {
  const first = written[at];
  if (first === void 0) return void 0;
  if (!isDigit(first)) return { octet: first, length: 1 };
  const [second, third] = [written[at + 1], written[at + 2]];
  if (second === void 0 || third === void 0 || !isDigit(second) || !isDigit(third)) return void 0;
  const octet = (first - 48) * 100 + (second - 48) * 10 + (third - 48);
  return octet > 255 ? void 0 : { octet, length: 3 };
}
function isDigit(octet) {
  return octet >= 48 && octet <= 57;
}

// src/core/dns/label.ts
var LABEL_MAX_OCTETS = 63;
var PLAIN = /^[a-z0-9_-]+$/;
var BARE_REFUSED = /[\s"();@\p{Cc}]/u;
var ESCAPED = new Set(Array.from('"().;\\@$', (char) => char.charCodeAt(0)));
function canonicalLabel(written) {
  const label = written.toLowerCase();
  if (PLAIN.test(label) && !label.startsWith("xn--")) return bounded(label, label.length);
  if (written === "") throw refusal("A name has an empty label (two dots in a row, or a dot in front).");
  if (BARE_REFUSED.test(written.replaceAll(/\\[^]/g, ""))) {
    throw refusal(
      'A name has white space or one of the characters " ( ) ; @ in it.',
      "Write the name alone, with dots between its labels; a character that is really meant is written as \\DDD."
    );
  }
  if (!/^[\x20-\x7e]*$/.test(written)) return fromULabel(written);
  return fromEscaped(written);
}
function labelOctets(label) {
  return label.includes("\\") ? label.replaceAll(/\\(?:\d{3}|[^])/g, "x").length : label.length;
}
function labelFromOctets(octets) {
  let text = "";
  for (const octet of octets) {
    if (octet <= 32 || octet >= 127) text += decimalEscape(octet);
    else if (ESCAPED.has(octet)) text += `\\${String.fromCharCode(octet)}`;
    else text += String.fromCharCode(octet).toLowerCase();
  }
  return text;
}
function fromULabel(written) {
  if (written.includes("\\")) {
    throw refusal("A label has both an escape and a character that is not ASCII.", "Write all of it one way.");
  }
  const label = toALabel(written);
  if (label === void 0) {
    throw refusal(
      "A label is not a valid internationalised label (UTS #46).",
      "Check its spelling, or give it as an A-label (xn--...)."
    );
  }
  return bounded(label, label.length);
}
function fromEscaped(written) {
  const octets = unescapeOctets(written);
  if (octets === void 0) {
    throw refusal("A name has a broken escape.", "Escapes are \\X for a character and \\DDD for an octet, 000 to 255.");
  }
  const label = labelFromOctets(octets);
  if (label.startsWith("xn--") && !isALabel(label)) {
    throw refusal(
      "A label starts with xn-- and stands for no internationalised label (RFC 5890 §2.3.2.1).",
      "Write the label in its own characters; it is encoded for you."
    );
  }
  return bounded(label, octets.length);
}
function bounded(label, octets) {
  if (octets <= LABEL_MAX_OCTETS) return label;
  throw refusal(`A label has ${octets} octets; the limit is 63 (RFC 1035 §2.3.4).`, "Shorten the label.");
}
function refusal(message, hint = "Write labels of 1 to 63 octets with single dots between them.") {
  return new InputError("invalid_name", message, { hint });
}

// src/core/dns/written-name.ts
var NAME_MAX_OCTETS = 255;
var TEXT_MAX_LENGTH = 4 * NAME_MAX_OCTETS;
var PLAIN_NAME = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;
var OTHER_DOTS = /[\u3002\uff0e\uff61]/g;
function readName(text) {
  const endsInDot2 = text.endsWith(".");
  const plain = (endsInDot2 ? text.slice(0, -1) : text).toLowerCase();
  if (plain.length < NAME_MAX_OCTETS && PLAIN_NAME.test(plain) && !plain.includes("xn--")) {
    return bounded2({ name: plain, absolute: endsInDot2 });
  }
  if (text.length > TEXT_MAX_LENGTH) throw tooLong();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    throw new InputError("invalid_name", "A URL was given where a name belongs.", {
      hint: "Give the host part alone, without scheme, port and path."
    });
  }
  if (text === ".") return { name: "", absolute: true };
  const written = splitLabels(text.replaceAll(OTHER_DOTS, "."));
  const absolute = written.length > 1 && written.at(-1) === "";
  const labels = (absolute ? written.slice(0, -1) : written).map(canonicalLabel);
  refuseOddWildcards(labels);
  return bounded2({ name: labels.join("."), absolute });
}
function splitLabels(text) {
  if (!text.includes("\\")) return text.split(".");
  const labels = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === ".") {
      labels.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...labels, text.slice(start)];
}
function withinLimits(name) {
  if (wireLength(name) > NAME_MAX_OCTETS) throw tooLong();
  return name;
}
function bounded2(written) {
  withinLimits(written.name);
  return written;
}
function wireLength(name) {
  return name === "" ? 1 : labelOctets(name) + 2;
}
function refuseOddWildcards(labels) {
  if (!labels.some((label, at) => label.includes("*") && (at > 0 || label !== "*"))) return;
  throw new InputError(
    "invalid_name",
    "An asterisk stands elsewhere than alone in the leftmost label (RFC 4592 §2.1.1).",
    {
      hint: "Write a wildcard as *.example.com."
    }
  );
}
function tooLong() {
  return new InputError(
    "invalid_name",
    "The name is longer than 253 characters, or 255 octets on the wire (RFC 1035 §2.3.4).",
    { hint: "Shorten the name; its zone counts as well." }
  );
}

// src/core/dns/name.ts
function parseZoneName(text) {
  const { name } = atField("zone", () => readName(text.trim()));
  const labels = splitLabels(name);
  if (labels.length < 2 || labels.some((label) => !/^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))) {
    throw new InputError("invalid_name", "That is no name a zone can have.", {
      field: "zone",
      hint: "Give a domain such as example.com: at least two labels of letters, digits and hyphens."
    });
  }
  if (/^\d+$/.test(labels.at(-1) ?? "")) {
    throw new InputError("invalid_name", "That is an address or a number, not the name of a zone.", {
      field: "zone",
      hint: "Give the zone's domain, such as example.com."
    });
  }
  return name;
}
function parseOwnerName(text, zone) {
  const given = text.trim();
  if (given === "") {
    throw new InputError("invalid_name", "The owner name is empty.", { field: "name", hint: "Use @ for the apex." });
  }
  const name = readOwnerName(given, zone);
  refuseDoubled(name, zone, given);
  return name;
}
function readOwnerName(text, zone) {
  const given = text.trim();
  if (given === "@" || given === "") return zone;
  const { name, absolute } = atField("name", () => readName(given));
  if (absolute) return insideZone(name, zone);
  return isWithin(name, zone) ? name : atField("name", () => withinLimits(`${name}.${zone}`));
}
function parseTargetName(text, zone) {
  const given = text.trim();
  if (given === "@") return zone;
  return atField("value", () => {
    const { name, absolute } = readName(given);
    return absolute || isDotted(name) ? targetForm(name) : withinLimits(`${name}.${zone}`);
  });
}
function absoluteName(text, origin) {
  if (text === "@") return origin;
  const { name, absolute } = readName(text);
  if (absolute || origin === "") return name;
  const joined = withinLimits(`${name}.${origin}`);
  if (isWildcard(origin)) refuseOddWildcards(splitLabels(joined));
  return joined;
}
function targetForm(name) {
  return isDotted(name) ? name : `${name}.`;
}
function nameOfTarget(target) {
  return labelsOf(target).join(".");
}
function looseName(text) {
  return text.toLowerCase().replace(/\.$/, "");
}
function withFinalDot(name) {
  return endsInDot(name) ? name : `${name}.`;
}
function relativeName(name, zone) {
  if (name === zone) return "@";
  if (!isWithin(name, zone)) return `${name}.`;
  const relative = name.slice(0, -zone.length - 1);
  return isWithin(relative, zone) ? `${name}.` : relative;
}
function isWithin(name, zone) {
  if (name === zone || zone === "") return true;
  if (!name.endsWith(zone) || name.charAt(name.length - zone.length - 1) !== ".") return false;
  return !name.includes("\\") || !isEscaped(name, name.length - zone.length - 1);
}
function isApexOf(name, zone) {
  return name === zone;
}
function labelsOf(name) {
  return name === "" || name === "." ? [] : splitLabels(endsInDot(name) ? name.slice(0, -1) : name);
}
function parentOf(name) {
  return name.includes("\\") ? labelsOf(name).slice(1).join(".") : name.slice(name.indexOf(".") + 1 || name.length);
}
function isWildcard(name) {
  return name === "*" || name.startsWith("*.");
}
function wildcardsAbove(name) {
  const labels = labelsOf(name);
  return labels.slice(1).map((_, at) => `*.${labels.slice(at + 1).join(".")}`);
}
function compareNames(a, b) {
  return compareTexts(nameSortKey(a), nameSortKey(b));
}
function nameSortKey(name) {
  return labelsOf(name).map(labelSortKey).reverse().join("\0");
}
function toUnicode2(name) {
  return name.includes("xn--") ? splitLabels(name).map(toULabel).join(".") : name;
}
function insideZone(name, zone) {
  if (isWithin(name, zone)) return name;
  throw new InputError("invalid_name", `The name ends in a dot and is not inside ${zone}.`, {
    field: "name",
    hint: `Leave the final dot out for a name relative to the zone, or end it in ${zone}.`
  });
}
function refuseDoubled(name, zone, given) {
  if (name === zone || endsInDot(given) || !isWithin(name.slice(0, -zone.length - 1), zone)) return;
  throw new InputError("invalid_name", `The name ends in ${zone} twice.`, {
    field: "name",
    hint: "Write the zone's name once; if the doubled name is really meant, end it in a dot."
  });
}
function isDotted(name) {
  return name.includes(".") && (!name.includes("\\") || splitLabels(name).length > 1);
}
function endsInDot(name) {
  return name.endsWith(".") && !isEscaped(name, name.length - 1);
}
function isEscaped(name, at) {
  let backslashes = 0;
  while (name[at - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}
function labelSortKey(label) {
  if (!label.includes("\\")) return label;
  const octets = unescapeOctets(label) ?? new Uint8Array();
  return Array.from(
    octets,
    (octet) => octet < 2 ? `${String.fromCharCode(octet + 1)}` : String.fromCharCode(octet)
  ).join("");
}
function atField(field, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, error.message, { field, hint: error.hint, cause: error });
  }
}

export {
  compareTexts,
  unescapeOctets,
  escapeQuoted,
  decodeUtf8,
  encodeUtf8,
  quotedStrings,
  labelFromOctets,
  wireLength,
  parseZoneName,
  parseOwnerName,
  readOwnerName,
  parseTargetName,
  absoluteName,
  targetForm,
  nameOfTarget,
  looseName,
  withFinalDot,
  relativeName,
  isWithin,
  isApexOf,
  labelsOf,
  parentOf,
  isWildcard,
  wildcardsAbove,
  compareNames,
  nameSortKey,
  toUnicode2 as toUnicode
};
