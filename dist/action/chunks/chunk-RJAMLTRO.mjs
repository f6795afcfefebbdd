import {
  addressOwnerFaults,
  formatIpv6,
  hostOwnerFaults,
  ipv4Octets,
  ipv6Groups,
  isHostName,
  serviceOwnerFaults
} from "./chunk-2C77CGXU.mjs";
import {
  decodeUtf8,
  encodeUtf8,
  escapeQuoted,
  isWildcard,
  labelsOf,
  quotedStrings,
  unescapeOctets,
  withFinalDot
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/dns/rdata/fields.ts
function splitOnSpace(value) {
  return value.trim().split(/\s+/);
}
function tokenTexts(tokens) {
  return tokens.map(({ text, quoted }) => {
    if (!quoted) return text;
    throw invalidValue("A name, number or address stands in quotes.", "Write it without the quotes.");
  });
}
function tokenValue(token) {
  const octets = unescapeOctets(token.text);
  if (octets === void 0) {
    throw invalidValue("The value has a broken escape.", "Escapes are \\X for a character and \\DDD for 000 to 255.");
  }
  const text = decodeUtf8(octets);
  if (text !== void 0) return text;
  throw invalidValue(
    "The value has octets that are no UTF-8 text.",
    "The API takes text only; encode it, say as base64."
  );
}
function readNumber(text, { field, max }) {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= max) return number;
  throw new InputError("invalid_value", `The ${field} is not a whole number from 0 to ${max}.`, {
    field: field === "priority" ? "priority" : "value",
    hint: `Give the ${field} as a number from 0 to ${max}.`
  });
}
var UINT16_MAX = 65535;
function uint16Part(...numbers) {
  return { octets: Uint8Array.from(numbers.flatMap((number) => [number >> 8, number & 255])) };
}
function invalidValue(message, hint) {
  return new InputError("invalid_value", message, { field: "value", hint });
}
function withArticle(type, article = "a") {
  return `${article}${/^(?:[AMN]|SRV)/.test(type) ? "n" : ""} ${type}`;
}

// src/core/dns/rdata/a.ts
var a = {
  type: "A",
  code: 1,
  fields: ["address"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: true,
  delegates: false,
  example: "192.0.2.1",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields) {
    const octets = ipv4Octets(fields[0] ?? "");
    if (octets !== void 0) return { value: octets.join(".") };
    throw invalidValue(
      "The value is no IPv4 address.",
      "Write four numbers from 0 to 255 without leading zeros, such as 192.0.2.1; IPv6 takes AAAA, a name CNAME."
    );
  },
  print: ({ value }) => value,
  wire: ({ value }) => [{ octets: Uint8Array.from(ipv4Octets(value) ?? []) }],
  targets: () => [],
  faults: (_, owner) => addressOwnerFaults(owner)
};

// src/core/dns/rdata/aaaa.ts
var aaaa = {
  type: "AAAA",
  code: 28,
  fields: ["address"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: true,
  delegates: false,
  example: "2001:db8::1",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields) {
    const groups = ipv6Groups(fields[0] ?? "");
    if (groups !== void 0) return { value: formatIpv6(groups) };
    throw invalidValue(
      "The value is no IPv6 address.",
      "Write it such as 2001:db8::1, without brackets, prefix length or zone index; IPv4 takes A."
    );
  },
  print: ({ value }) => value,
  wire: ({ value }) => [
    { octets: Uint8Array.from((ipv6Groups(value) ?? []).flatMap((group) => [group >> 8, group & 255])) }
  ],
  targets: () => [],
  faults: (_, owner) => addressOwnerFaults(owner)
};

// src/core/dns/rdata/caa.ts
var CRITICAL = 128;
var TAG = /^[a-z0-9]{1,255}$/;
var PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
var VALUE_MAX_OCTETS = 65508;
var caa = {
  type: "CAA",
  code: 257,
  fields: ["flags", "tag", "value"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: false,
  delegates: false,
  example: '0 issue "letsencrypt.org"',
  split(value) {
    const [, flagsAndTag = "", rest] = /^(\S+(?:\s+\S+)?)(?:\s+([^]*))?$/.exec(value.trim()) ?? [];
    return [...splitOnSpace(flagsAndTag), ...rest === void 0 ? [] : [bareValue(rest)]];
  },
  fromTokens: (tokens) => [...tokenTexts(tokens.slice(0, 2)), ...tokens.slice(2).map(tokenValue)],
  read(fields) {
    const [flags = "", tag = "", value = ""] = fields;
    const number = readNumber(flags, { field: "flags", max: 255 });
    return { value: `${number} ${readTag(tag)} "${escapeQuoted(encodeUtf8(readValue(tag, value)))}"` };
  },
  print: ({ value }) => value,
  wire(rdata) {
    const { flags, tag, value } = parts(rdata);
    return [{ octets: Uint8Array.of(flags, tag.length, ...encodeUtf8(tag + value)) }];
  },
  targets: () => [],
  faults: (rdata) => flagFaults(rdata)
};
function bareValue(text) {
  const [string, ...more] = quotedStrings(text) ?? [];
  if (string !== void 0 && more.length === 0) return tokenValue({ text: string, quoted: true });
  if (!/["\\]/.test(text)) return text;
  throw invalidValue(
    "The value of the CAA record is not quoted as a whole.",
    'Write it such as 0 issue "letsencrypt.org".'
  );
}
function readTag(written) {
  const tag = written.toLowerCase();
  if (TAG.test(tag)) return tag;
  throw invalidValue(
    "The tag of a CAA record is made of letters and digits (RFC 8659 §4.1).",
    'Use issue, issuewild, iodef or another registered tag: 0 issue "letsencrypt.org".'
  );
}
function readValue(tag, value) {
  if (PRINTABLE_ASCII.test(value) && tag.length + value.length <= VALUE_MAX_OCTETS) return value;
  throw invalidValue(
    "The value of a CAA record is printable ASCII, at most 65,508 octets with its tag (RFC 8659 §4.1).",
    "Give a domain as its A-labels and a URL percent-encoded."
  );
}
function parts({ value }) {
  const [flags = "", tag = "", text = ""] = caa.split(value);
  return { flags: Number(flags), tag, value: text };
}
function flagFaults(rdata) {
  const { flags } = parts(rdata);
  if (flags === 0 || flags === CRITICAL) return [];
  return [
    {
      id: "caa-flags",
      field: "value",
      message: "The flags of a CAA record are 0, or 128 for critical; other bits are reserved.",
      fix: "Set the flags to 0, or to 128 if an authority that does not know the tag must refuse.",
      source: "RFC 8659 §4.1"
    }
  ];
}

// src/core/dns/rdata/target.ts
function readTargetField(type, text, readTarget) {
  if (text === "")
    throw invalidValue(`The target of ${withArticle(type)} record is missing.`, "Give the name it points at.");
  if (ipv6Groups(text) !== void 0) throw targetIsAddress(type);
  return readTarget(text);
}
function targetPart(target, compress) {
  return { name: target, compress };
}
function printTarget(target) {
  return withFinalDot(target);
}
function targetNames(target) {
  return target === "." ? [] : [labelsOf(target).join(".")];
}
function hostTargetFaults(type, target) {
  const addresses = addressTargetFaults(type, target);
  if (addresses.length > 0 || isHostName(target)) return addresses;
  return [
    {
      id: "target-not-host-name",
      field: "value",
      message: `The target of ${withArticle(type)} record is a host name: letters, digits and inner hyphens, no underscore.`,
      fix: "Point at a name without underscores and other special characters.",
      source: "RFC 1123 §2.1"
    }
  ];
}
function addressTargetFaults(type, target) {
  if (ipv4Octets(labelsOf(target).join(".")) === void 0) return [];
  return [
    {
      id: "target-is-address",
      field: "value",
      message: `${type} points at a name, not at an address.`,
      fix: "Give the address its own A record and point at that record's name.",
      source: "RFC 1035 §3.3"
    }
  ];
}
function targetIsAddress(type) {
  return invalidValue(
    `${type} points at a name, not at an address.`,
    "Give the address its own A or AAAA record and point at that record's name."
  );
}

// src/core/dns/rdata/cname.ts
var cname = {
  type: "CNAME",
  code: 5,
  fields: ["target"],
  hasPriority: false,
  standsAlone: true,
  nullIsAlone: false,
  isAddress: false,
  delegates: false,
  example: "www.example.net",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields, readTarget) {
    return { value: readTargetField("CNAME", fields[0] ?? "", readTarget) };
  },
  print: ({ value }) => printTarget(value),
  wire: ({ value }) => [targetPart(value, true)],
  targets: ({ value }) => targetNames(value),
  faults: ({ value }, owner) => [...apexFaults(owner), ...addressTargetFaults("CNAME", value)]
};
function apexFaults({ name, zone }) {
  if (name !== zone) return [];
  return [
    {
      id: "cname-at-apex",
      field: "name",
      message: "A CNAME cannot stand at the apex, beside the zone's own SOA and NS.",
      fix: "Use A and AAAA records at the apex, or put the CNAME at a name such as www.",
      source: "RFC 1034 §3.6.2"
    }
  ];
}

// src/core/dns/rdata/mx.ts
var mx = {
  type: "MX",
  code: 15,
  fields: ["priority", "mail server"],
  hasPriority: true,
  standsAlone: false,
  nullIsAlone: true,
  isAddress: false,
  delegates: false,
  hostTarget: { missingAddress: "error", source: "RFC 2181 §10.3" },
  example: "mail.example.net",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields, readTarget) {
    const [priority = "", target = ""] = fields;
    return {
      value: readTargetField("MX", target, readTarget),
      priority: readNumber(priority, { field: "priority", max: UINT16_MAX })
    };
  },
  print: ({ value, priority }) => `${priority ?? 0} ${printTarget(value)}`,
  wire: ({ value, priority }) => [uint16Part(priority ?? 0), targetPart(value, true)],
  targets: ({ value }) => targetNames(value),
  faults: (rdata, owner) => [...hostOwnerFaults(owner), ...nullFaults(rdata), ...hostTargetFaults("MX", rdata.value)]
};
function nullFaults({ value, priority }) {
  if (value !== "." || priority === 0) return [];
  return [
    {
      id: "null-mx-priority",
      field: "priority",
      message: "A null MX (target .) has priority 0.",
      fix: "Set the priority to 0, or name a mail server.",
      source: "RFC 7505 §3"
    }
  ];
}

// src/core/dns/rdata/ns.ts
var ns = {
  type: "NS",
  code: 2,
  fields: ["name server"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: false,
  delegates: true,
  hostTarget: { missingAddress: "warning", source: "RFC 2181 §10.3" },
  example: "ns1.example.net",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields, readTarget) {
    return { value: readTargetField("NS", fields[0] ?? "", readTarget) };
  },
  print: ({ value }) => printTarget(value),
  wire: ({ value }) => [targetPart(value, true)],
  targets: ({ value }) => targetNames(value),
  faults: ({ value }, owner) => [...wildcardFaults(owner), ...rootFaults(value), ...hostTargetFaults("NS", value)]
};
function wildcardFaults({ name }) {
  if (!isWildcard(name)) return [];
  return [
    {
      id: "ns-at-wildcard",
      field: "name",
      message: "A wildcard cannot be delegated: BIND refuses the zone.",
      fix: "Delegate each name on its own.",
      source: "RFC 4592 §4.2"
    }
  ];
}
function rootFaults(target) {
  if (target !== ".") return [];
  return [
    {
      id: "ns-target-root",
      field: "value",
      message: "The root is no name server that could serve a zone.",
      fix: "Give the name of a name server.",
      source: "RFC 1035 §3.3.11"
    }
  ];
}

// src/core/dns/rdata/srv.ts
var FIELDS = ["priority", "weight", "port"];
var srv = {
  type: "SRV",
  code: 33,
  fields: ["priority", "weight", "port", "target"],
  hasPriority: true,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: false,
  delegates: false,
  hostTarget: { missingAddress: "warning", source: "RFC 2782" },
  example: "10 5060 sip.example.net",
  split: splitOnSpace,
  fromTokens: tokenTexts,
  read(fields, readTarget) {
    const [priority = 0, weight = 0, port = 0] = FIELDS.map(
      (field, at) => readNumber(fields[at] ?? "", { field, max: UINT16_MAX })
    );
    return { value: `${weight} ${port} ${readTargetField("SRV", fields[3] ?? "", readTarget)}`, priority };
  },
  print({ value, priority }) {
    const { weight, port, target } = parts2(value);
    return `${priority ?? 0} ${weight} ${port} ${printTarget(target)}`;
  },
  wire({ value, priority }) {
    const { weight, port, target } = parts2(value);
    return [uint16Part(priority ?? 0, weight, port), targetPart(target, false)];
  },
  targets: ({ value }) => targetNames(parts2(value).target),
  faults: ({ value }, owner) => [...serviceOwnerFaults(owner), ...hostTargetFaults("SRV", parts2(value).target)]
};
function parts2(value) {
  const [weight, port, target = "."] = value.split(" ");
  return { weight: Number(weight), port: Number(port), target };
}

// src/core/dns/rdata/txt.ts
var STRING_MAX_OCTETS = 255;
var RDATA_MAX_OCTETS = 65510;
var txt = {
  type: "TXT",
  code: 16,
  fields: ["text"],
  hasPriority: false,
  standsAlone: false,
  nullIsAlone: false,
  isAddress: false,
  delegates: false,
  example: "v=spf1 -all",
  /**
   * A value that is nothing but quoted strings is presentation form, from the API (contract) as from people: it is what
   * control panels and zone files show, and a text kept with its quotes would come back from the API without them.
   */
  split(value) {
    const strings = quotedStrings(value.trim());
    return [strings === void 0 ? value : joined(strings.map((text) => ({ text, quoted: true })))];
  },
  fromTokens(tokens) {
    if (tokens.length === 0) throw emptyText();
    for (const token of tokens) refuseLongString(token);
    return [joined(tokens)];
  },
  read(fields) {
    const [text = ""] = fields;
    refuseUnsendable(text);
    return { value: text };
  },
  print: ({ value }) => characterStrings(value).map((octets) => `"${escapeQuoted(octets)}"`).join(" "),
  wire: ({ value }) => characterStrings(value).map((octets) => ({ octets: Uint8Array.of(octets.length, ...octets) })),
  targets: () => [],
  faults: () => []
};
function characterStrings(text) {
  const octets = encodeUtf8(text);
  const strings = [];
  for (let at = 0; at < octets.length; at += STRING_MAX_OCTETS)
    strings.push(octets.subarray(at, at + STRING_MAX_OCTETS));
  return strings;
}
function joined(tokens) {
  return tokenValue({ text: tokens.map(({ text }) => text).join(""), quoted: true });
}
function refuseLongString({ text }) {
  if (text.length <= STRING_MAX_OCTETS / 4) return;
  if ((unescapeOctets(text)?.length ?? 0) <= STRING_MAX_OCTETS) return;
  throw invalidValue(
    "A character-string has more than 255 octets (RFC 1035 §3.3).",
    "Cut it into several quoted strings; they are joined without a separator."
  );
}
function refuseUnsendable(text) {
  if (text === "") throw emptyText();
  if (new RegExp("\\p{Surrogate}", "u").test(text)) {
    throw invalidValue("The text has half of a character in it (a lone surrogate).", "Give whole characters.");
  }
  if (quotedStrings(text.trim()) !== void 0) {
    throw invalidValue(
      "The text is itself nothing but quoted strings, which the API cannot tell from a quoted text.",
      "Leave out the inner quotes."
    );
  }
  const octets = encodeUtf8(text).length;
  if (octets + Math.ceil(octets / STRING_MAX_OCTETS) <= RDATA_MAX_OCTETS) return;
  throw invalidValue(`The text has ${octets} octets; a TXT record holds at most 65,254.`, "Shorten the text.");
}
function emptyText() {
  return invalidValue("The text is empty; the API takes no empty value.", "Give the text of the record.");
}

// src/core/dns/record-types.ts
var RECORD_TYPES = ["A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "CAA"];
var recordTypes = {
  A: a,
  AAAA: aaaa,
  CNAME: cname,
  MX: mx,
  TXT: txt,
  NS: ns,
  SRV: srv,
  CAA: caa
};
function isRecordType(text) {
  return Object.hasOwn(recordTypes, text);
}
function typeStandsAlone(type) {
  return isRecordType(type) && recordTypes[type].standsAlone;
}

export {
  invalidValue,
  withArticle,
  targetIsAddress,
  RECORD_TYPES,
  recordTypes,
  isRecordType,
  typeStandsAlone
};
