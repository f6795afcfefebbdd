import {
  recordTypes
} from "./chunk-RJAMLTRO.mjs";
import {
  ipv4Octets,
  ipv6Groups
} from "./chunk-2C77CGXU.mjs";
import {
  quotedStrings
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError,
  VpsError
} from "./chunk-SRXP5WYM.mjs";
import {
  nearestName
} from "./chunk-TVQKXVYR.mjs";

// src/core/presets/manner.ts
function joining(place, value) {
  return { ...place, owns: (standing) => standing === value, values: () => [value] };
}
function replacing(place, { values, owns = () => true }) {
  return { ...place, owns, values };
}

// src/core/presets/preset.ts
function definePreset(preset) {
  return preset;
}

// src/core/presets/pasted-value.ts
function pastedValue(text) {
  const rdata = (/(?:^|\s)(?:TXT|CNAME)\s+(\S.*)$/is.exec(text)?.[1] ?? text).trim();
  if (!rdata.startsWith('"')) return rdata;
  const strings = quotedStrings(rdata);
  return strings === void 0 ? rdata : strings.join("").trim();
}

// src/core/presets/preset-values.ts
var YES_OR_NO = { pattern: /^(?:true|yes|on|1|false|no|off|0)$/, lower: true };
function readValues(preset, given, state = "present") {
  const unknown = given.find(({ key }) => !Object.hasOwn(preset.keys, key));
  if (unknown !== void 0) throw unknownKey(preset, unknown.key);
  const read = /* @__PURE__ */ new Map();
  for (const [key, row] of Object.entries(preset.keys)) {
    const texts = given.filter((one) => one.key === key).flatMap(({ text }) => partsOf(text, row));
    if (texts.length > 1 && row.many !== true) throw givenTwice(preset, key);
    if (texts.length > 0) read.set(key, distinct(texts.map((text) => readValue(preset, key, text))));
    else if (isNeeded(preset, row, state)) throw missingKey(preset, key);
  }
  return valuesOf(preset, read);
}
function distinct(values) {
  return [...new Set(values)];
}
function isNeeded({ manner }, { optional, placing }, state) {
  if (optional === true) return false;
  return state === "present" || placing === true || manner !== "replaces";
}
function partsOf(text, { many }) {
  if (many !== true) return text.trim() === "" ? [] : [text];
  return text.split(/[\s,]+/).filter((part) => part !== "");
}
function readValue(preset, key, text) {
  const row = preset.keys[key];
  const value = row === void 0 ? void 0 : bareValue(row, text);
  if (value !== void 0) return value;
  throw new InputError(
    "invalid_value",
    `${key} of ${preset.name} is ${row?.description ?? ""}; what was given is not.`,
    {
      field: `values.${key}`,
      hint: `Write it such as ${key}=${row?.example ?? ""}`
    }
  );
}
function bareValue({ pattern, prefix, lower, holds }, text) {
  const pasted = pastedValue(text);
  const bare = prefix === void 0 ? pasted : pasted.replace(prefix, "").trim();
  const value = lower === true ? bare.toLowerCase() : bare;
  return pattern.test(value) && (holds === void 0 || holds(value)) ? value : void 0;
}
function valuesOf(preset, read) {
  const maybe = (key) => read.get(key)?.[0];
  return {
    text(key) {
      const value = maybe(key);
      if (value === void 0) throw new VpsError("internal", `The preset ${preset.name} has no ${key}.`);
      return value;
    },
    maybe,
    all: (key) => read.get(key) ?? [],
    isOn(key) {
      const value = maybe(key);
      return value === void 0 ? void 0 : /^(?:true|yes|on|1)$/.test(value);
    }
  };
}
function unknownKey(preset, key) {
  const shown = /^[A-Za-z_][\w-]{0,63}$/.test(key) ? `key "${key}"` : "such key";
  const nearest = nearestName(key, Object.keys(preset.keys));
  return new InputError("unknown_field", `The preset ${preset.name} has no ${shown}.`, {
    field: "values",
    hint: `${nearest === void 0 ? "" : `Did you mean ${nearest}? `}${keysTold(preset)}`
  });
}
function givenTwice(preset, key) {
  return new InputError("invalid_input", `The preset ${preset.name} takes one ${key}, and several were given.`, {
    field: `values.${key}`,
    hint: "Run it once for each."
  });
}
function missingKey(preset, key) {
  return new InputError("invalid_input", `The preset ${preset.name} needs ${key}.`, {
    field: `values.${key}`,
    hint: keysTold(preset)
  });
}
function keysTold({ keys }) {
  const rows = Object.entries(keys);
  const told = (wanted) => rows.filter(([, { optional }]) => optional === true !== wanted).map(([key, { example }]) => `${key}=${example}`);
  const [needed, rest] = [told(true), told(false)];
  const more = rest.length === 0 ? "" : `${needed.length === 0 ? "" : "; "}if wanted ${rest.join(", ")}`;
  return `values takes, such as: ${needed.join(", ")}${more}`;
}

// src/core/presets/shapes.ts
var LABEL = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?";
var HOST = {
  pattern: new RegExp(`^${LABEL}(?:\\.${LABEL})*\\.?$`, "u"),
  prefix: /^https?:\/\/|\/$/g,
  lower: true
};
var ISSUER = {
  description: "the authority's CAA domain",
  example: "letsencrypt.org",
  pattern: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
  lower: true
};
var ACCOUNT_URI = {
  description: "the ACME account's URL, as the client shows it",
  example: "https://acme-v02.api.letsencrypt.org/acme/acct/12345",
  pattern: /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[!-:<-~]*$/
};
var BELOW = {
  description: "a name in the zone, the zone itself when left out",
  example: "www",
  pattern: /^(?:@|\*|(?:\*\.)?[\p{L}\p{N}_.-]+)$/u,
  lower: true,
  optional: true,
  placing: true
};
var LOGIN = {
  description: "the login of the GitHub account or organisation",
  example: "octocat",
  pattern: /^[a-z0-9][a-z0-9_-]{0,38}$/,
  prefix: /^(?:https:\/\/github\.com\/|@)/i,
  lower: true,
  placing: true
};
var MAIL_ADDRESSES = {
  description: "where reports go, one mail address or several",
  example: "dmarc@example.com",
  pattern: /^[^\s@,;!:"]+@[^\s@,;!:"]+\.[^\s@,;!:"]+$/,
  prefix: /^mailto:/i,
  many: true
};
function inFrontOf(label, name = "@") {
  const owner = name.replace(/^\*(?:\.|$)/, "");
  return owner === "@" || owner === "" ? label : `${label}.${owner}`;
}

// src/core/presets/certificates.ts
var acme = definePreset({
  name: "acme",
  title: "ACME challenge (dns-01)",
  about: "Publishes the text by which an authority sees that the domain is yours before it issues a certificate. A certificate for a name and its wildcard needs two texts at one name, so it joins others there.",
  record: "`_acme-challenge[.NAME]` TXT",
  manner: "joins",
  ttl: 60,
  stays: "It is needed until the authority has looked; then it may go.",
  cleanup: true,
  keys: {
    code: {
      description: "the 43 characters of base64url that the ACME client computes",
      example: "abcdefghijklmnopqrstuvwxyz-0123456789_ABCDE",
      pattern: /^[A-Za-z0-9_-]{43}$/
    },
    name: { ...BELOW, description: "the name the certificate is for, the zone itself when left out" }
  },
  rrsets: (values) => [
    joining({ name: inFrontOf("_acme-challenge", values.maybe("name")), type: "TXT" }, values.text("code"))
  ]
});
var acmePersist = definePreset({
  name: "acme-persist",
  title: "ACME standing authorisation (dns-persist-01)",
  about: "Lets one ACME account get certificates for the domain again and again, with no DNS credentials where they are renewed. It is one text for each authority; another account's text of the same authority goes.",
  record: "`_validation-persist` TXT",
  manner: "replaces",
  stays: "It stays for good, or until persist_until. Authorities are only beginning to offer this method.",
  cleanup: false,
  keys: {
    issuer: { ...ISSUER, placing: true },
    accounturi: ACCOUNT_URI,
    policy: {
      description: "wildcard, which allows wildcard certificates and names below the domain",
      example: "wildcard",
      pattern: /^wildcard$/,
      lower: true,
      optional: true
    },
    persist_until: {
      description: "the last moment it counts, in seconds since 1970",
      example: "1893456000",
      pattern: /^[1-9]\d{8,10}$/,
      optional: true
    }
  },
  rrsets: (values) => [
    replacing(
      { name: "_validation-persist", type: "TXT" },
      {
        owns: (value) => value.split(";")[0]?.trim().toLowerCase() === values.text("issuer"),
        values: () => [persistText(values)]
      }
    )
  ]
});
function persistText(values) {
  const [policy, until] = [values.maybe("policy"), values.maybe("persist_until")];
  return [
    values.text("issuer"),
    `accounturi=${values.text("accounturi")}`,
    ...policy === void 0 ? [] : [`policy=${policy}`],
    ...until === void 0 ? [] : [`persistUntil=${until}`]
  ].join("; ");
}
var caaLock = definePreset({
  name: "caa-lock",
  title: "CAA lock",
  about: "Makes one authority, and if wanted one account and some methods, the only one that may issue certificates for the domain. Every other issue and issuewild goes and is told; reports and contacts stay.",
  record: 'apex CAA `0 issue "…"`',
  manner: "replaces",
  stays: "It stays. Set it before an account moves to another authority, or that one must refuse.",
  cleanup: false,
  keys: {
    issuer: ISSUER,
    accounturi: { ...ACCOUNT_URI, optional: true },
    methods: {
      description: "the validation methods allowed (RFC 8657), one or several",
      example: "dns-01",
      pattern: /^(?:(?:http|dns|dns-account|dns-persist|tls-alpn)-01|ca-[a-z0-9-]+)$/,
      lower: true,
      many: true,
      optional: true
    },
    wildcard: {
      ...YES_OR_NO,
      description: "whether wildcards may be issued: as the rest when left out, no for none",
      example: "no",
      optional: true
    }
  },
  rrsets: (values) => [
    replacing(
      { name: "@", type: "CAA" },
      { owns: (value) => /^(?:issue|issuewild)$/.test(tagOf(value)), values: () => issuers(values) }
    )
  ]
});
function tagOf(value) {
  return recordTypes.CAA.split(value)[1]?.toLowerCase() ?? "";
}
function issuers(values) {
  const [uri, methods, wildcard] = [values.maybe("accounturi"), values.all("methods"), values.isOn("wildcard")];
  const allowed = [
    values.text("issuer"),
    ...uri === void 0 ? [] : [`accounturi=${uri}`],
    ...methods.length === 0 ? [] : [`validationmethods=${methods.join(",")}`]
  ].join("; ");
  return [`0 issue "${allowed}"`, ...wildcard === void 0 ? [] : [`0 issuewild "${wildcard ? allowed : ";"}"`]];
}
var certificatePresets = [acme, acmePersist, caaLock];

// src/core/presets/hosting.ts
var PAGES_A = ["185.199.108.153", "185.199.109.153", "185.199.110.153", "185.199.111.153"];
var PAGES_AAAA = ["2606:50c0:8000::153", "2606:50c0:8001::153", "2606:50c0:8002::153", "2606:50c0:8003::153"];
var githubPagesSite = definePreset({
  name: "github-pages-site",
  title: "GitHub Pages site",
  about: "Leads the domain to GitHub Pages: the eight addresses at the apex, which cannot be a CNAME, and `www` beside it. Other addresses at the apex go.",
  record: "apex A and AAAA, `www` CNAME",
  manner: "replaces",
  stays: "It stays while the site is there. Verify the domain as well (github-pages), or others may claim it.",
  cleanup: false,
  keys: {
    owner: LOGIN,
    www: {
      ...YES_OR_NO,
      description: "whether www leads there too, yes when left out",
      example: "no",
      optional: true,
      placing: true
    }
  },
  rrsets: (values) => [
    addresses("A", PAGES_A),
    addresses("AAAA", PAGES_AAAA),
    ...values.isOn("www") === false ? [] : [alias("www", `${values.text("owner")}.github.io`)]
  ]
});
function addresses(type, values) {
  return {
    ...replacing({ name: "@", type }, { values: () => values }),
    // Taken away, it leaves what leads elsewhere by now.
    leaves: (value) => values.includes(value)
  };
}
function alias(name, target) {
  return {
    ...replacing({ name, type: "CNAME" }, { values: () => [target] }),
    leaves: (value) => value === target
  };
}
var blueGreen = definePreset({
  name: "blue-green",
  title: "Blue-green switch",
  about: "Points a name at the deployment that is to take the traffic, with a TTL of a minute. The result tells the target before, which is the way back.",
  record: "`NAME` CNAME",
  manner: "replaces",
  ttl: 60,
  stays: "It stays; the next switch replaces it. Resolvers keep the old target for its TTL.",
  cleanup: false,
  keys: {
    name: { ...BELOW, description: "the name that is switched", example: "app", optional: false },
    target: { ...HOST, description: "the host that takes over", example: "green.example.net" }
  },
  rrsets: (values) => [
    replacing({ name: values.text("name"), type: "CNAME" }, { values: () => [values.text("target")] })
  ]
});
var prPreview = definePreset({
  name: "pr-preview",
  title: "Pull request preview",
  about: "Gives the preview of a pull request a name of its own, `pr-17.preview`. Run it with state absent when the pull request is closed: it is fine when nothing is there.",
  record: "`pr-N.preview` CNAME",
  manner: "replaces",
  ttl: 300,
  stays: "It stays until the pull request is closed.",
  cleanup: false,
  keys: {
    number: {
      description: "the pull request's number",
      example: "17",
      pattern: /^[1-9]\d{0,9}$/,
      prefix: /^#/,
      placing: true
    },
    target: { ...HOST, description: "the host that serves the preview", example: "preview.example.net" },
    prefix: {
      description: "what stands before the number, pr- when left out",
      example: "shop-",
      pattern: /^[a-z0-9](?:[a-z0-9-]{0,40})$/,
      lower: true,
      optional: true,
      placing: true
    }
  },
  rrsets: (values) => [
    replacing(
      { name: `${values.maybe("prefix") ?? "pr-"}${values.text("number")}.preview`, type: "CNAME" },
      { values: () => [values.text("target")] }
    )
  ]
});
var hostingPresets = [githubPagesSite, blueGreen, prPreview];

// src/core/dns/texts/base64.ts
function base64Octets(text) {
  const digits = /^([A-Za-z0-9+/]*)={0,2}$/.exec(text)?.[1];
  if (digits === void 0 || digits.length % 4 === 1) return void 0;
  if (text.length > digits.length && text.length % 4 !== 0) return void 0;
  return Math.floor(digits.length * 3 / 4);
}

// src/core/presets/identity.ts
var KEY_OCTETS = { ed25519: 32, ecdsap384: 49 };
var mcpRegistry = definePreset({
  name: "mcp-registry",
  title: "MCP registry key",
  about: "Publishes the public key with which `mcp-publisher login dns` proves that the domain is yours. An older key goes, since the registry fails on the first key that does not fit.",
  record: "apex TXT `v=MCPv1; k=…; p=…`",
  manner: "replaces",
  stays: "It stays while servers are published under the domain.",
  cleanup: false,
  keys: {
    key: {
      description: "the public key in base64: 32 octets of ed25519, or 49 of ecdsap384",
      example: `${"A".repeat(43)}=`,
      pattern: /^[A-Za-z0-9+/]+={0,2}$/,
      prefix: /^v\s*=\s*MCPv1\s*;.*?\bp\s*=\s*/i,
      holds: (text) => Object.values(KEY_OCTETS).some((octets) => base64Octets(text) === octets)
    },
    algorithm: {
      description: "ed25519 (when left out) or ecdsap384",
      example: "ed25519",
      pattern: /^(?:ed25519|ecdsap384)$/,
      lower: true,
      optional: true
    }
  },
  rrsets: (values) => [
    replacing(
      { name: "@", type: "TXT" },
      {
        owns: (value) => /^v\s*=\s*MCPv1\b/i.test(value),
        values() {
          const [key, algorithm = "ed25519"] = [values.text("key"), values.maybe("algorithm")];
          if (base64Octets(key) === KEY_OCTETS[algorithm]) return [`v=MCPv1; k=${algorithm}; p=${key}`];
          throw new InputError("invalid_value", `The key has not the length of an ${algorithm} key.`, {
            field: "values.key",
            hint: "An ed25519 key has 32 octets, an ecdsap384 key 49 (a compressed point): give the algorithm that fits."
          });
        }
      }
    )
  ]
});
var atproto = definePreset({
  name: "atproto",
  title: "Bluesky handle (AT Protocol)",
  about: "Makes the domain, or a name below it, the handle of an AT Protocol account. An older DID goes, since a handle with two of them does not resolve.",
  record: "`_atproto[.HANDLE]` TXT `did=…`",
  manner: "replaces",
  stays: "It stays while the account has the handle.",
  cleanup: false,
  keys: {
    did: {
      description: "the account's DID",
      example: "did:plc:abcdefghijklmnopqrstuvwx",
      pattern: /^did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.-]+)$/,
      prefix: /^did\s*=\s*/i,
      lower: true
    },
    handle: { ...BELOW, description: "the handle where it is a name below the zone", example: "alice" }
  },
  rrsets: (values) => [
    replacing(
      { name: inFrontOf("_atproto", values.maybe("handle")), type: "TXT" },
      { owns: (value) => /^did\s*=/i.test(value), values: () => [`did=${values.text("did")}`] }
    )
  ]
});
var BARE_CID = /^(?:Qm[1-9A-HJ-NP-Za-km-z]{44}|baf[a-z2-7]{50,})$/;
var dnslink = definePreset({
  name: "dnslink",
  title: "DNSLink (IPFS)",
  about: "Points a name at content on IPFS or IPNS, as a release step does after each deployment. The older link goes, since gateways are free to take either of two.",
  record: "`_dnslink[.NAME]` TXT `dnslink=…`",
  manner: "replaces",
  ttl: 60,
  stays: "It stays; each deployment replaces it.",
  cleanup: false,
  keys: {
    target: {
      description: "a path such as /ipfs/CID or /ipns/NAME, or a bare CID",
      example: "/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
      pattern: /^(?:\/[a-z0-9]+\/[!-~]+|Qm[1-9A-HJ-NP-Za-km-z]{44}|baf[a-z2-7]{50,})$/,
      prefix: /^(?:dnslink\s*=\s*|ipfs:\/\/)/i
    },
    name: BELOW
  },
  rrsets: (values) => [
    replacing(
      { name: inFrontOf("_dnslink", values.maybe("name")), type: "TXT" },
      {
        owns: (value) => value.startsWith("dnslink="),
        values: () => [`dnslink=${contentPath(values.text("target"))}`]
      }
    )
  ]
});
function contentPath(target) {
  return BARE_CID.test(target) ? `/ipfs/${target}` : target;
}
var identityPresets = [mcpRegistry, atproto, dnslink];

// src/core/dns/texts/tag-list.ts
function readTags(text) {
  const parts = text.split(";").map((part) => part.trim());
  if (parts.at(-1) === "") parts.pop();
  const tags = parts.flatMap((part) => {
    const equals = part.indexOf("=");
    const tag = part.slice(0, Math.max(0, equals)).trimEnd();
    return /^[A-Za-z][A-Za-z0-9_-]*$/.test(tag) ? [{ tag, value: part.slice(equals + 1).trimStart() }] : [];
  });
  return { tags, isBroken: tags.length < parts.length };
}
function tagValue({ tags }, tag) {
  return tags.find((one) => one.tag === tag)?.value;
}

// src/core/dns/texts/spf-terms.ts
function isSpf({ value }) {
  return /^v=spf1(?: |$)/i.test(value);
}
function parseSpf(record) {
  const written = record.value.slice("v=spf1".length).split(" ").filter((text) => text !== "");
  return {
    record,
    terms: written.map((text, at) => ({ position: at + 1, text: text.toLowerCase(), ...readTerm(text) }))
  };
}
function reachableTerms({ terms }) {
  const all = terms.findIndex(isAll);
  return all === -1 ? terms : terms.slice(0, all + 1).filter(({ name }) => name !== "redirect");
}
function isAll({ name, qualifier }) {
  return name === "all" && qualifier !== void 0;
}
function readTerm(text) {
  const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(text);
  if (modifier !== null) return readModifier((modifier[1] ?? "").toLowerCase(), modifier[2] ?? "");
  const [, qualifier, word = "", argument] = /^([-+~?]?)([a-z][a-z0-9]*)([:/].*)?$/i.exec(text) ?? [];
  if (qualifier === void 0) return { name: "", fault: "syntax" };
  return { qualifier: qualifier === "" ? "+" : qualifier, ...readMechanism(word.toLowerCase(), argument ?? "") };
}
function readModifier(name, argument) {
  const known = name === "redirect" || name === "exp";
  const isRight = known ? isDomainSpec(argument) : MACRO_STRING.test(argument);
  return { name, argument, ...isRight ? {} : { fault: "syntax" } };
}
var MECHANISMS = {
  all: (argument) => argument === "" ? {} : { fault: "syntax" },
  include: domainArgument,
  exists: domainArgument,
  ptr: (argument) => argument === "" ? {} : domainArgument(argument),
  a: hostArgument,
  mx: hostArgument,
  ip4: (argument) => addressArgument(argument, (text) => ipv4Octets(text) !== void 0, 32),
  ip6: (argument) => addressArgument(argument, (text) => ipv6Groups(text) !== void 0, 128)
};
function readMechanism(name, argument) {
  const read = Object.hasOwn(MECHANISMS, name) ? MECHANISMS[name] : void 0;
  return read === void 0 ? { name, fault: "syntax" } : { name, ...read(argument) };
}
function domainArgument(argument) {
  const domain = argument.slice(1);
  return argument.startsWith(":") && isDomainSpec(domain) ? { argument: domain } : { fault: "syntax" };
}
function hostArgument(argument) {
  const [, domain = "", four = "0", six = "0"] = /^(.*?)(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/.exec(argument) ?? [];
  if (!isPrefixLength(four, 32) || !isPrefixLength(six, 128)) return { fault: "syntax" };
  return domain === "" ? {} : domainArgument(domain);
}
function addressArgument(argument, isAddress, bits) {
  const [, address = "", length = String(bits)] = /^:([^/]*)(?:\/(\d{1,3}))?$/.exec(argument) ?? [];
  return isAddress(address) && isPrefixLength(length, bits) ? {} : { fault: "address" };
}
function isPrefixLength(text, bits) {
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= bits;
}
var MACRO_STRING = /^(?:%\{[slodiphcrtv]\d{0,3}r?[-.+,/_=]*\}|%[%_-]|[\x21-\x24\x26-\x7e])*$/i;
var DOMAIN_END = /(?:\.[a-z0-9]*[a-z-][a-z0-9-]*\.?|%\{[^{}]*\})$/i;
function isDomainSpec(text) {
  return MACRO_STRING.test(text) && DOMAIN_END.test(text);
}

// src/core/presets/merge-spf.ts
var VERSION = "v=spf1";
function isSpfText(value) {
  return isSpf({ value });
}
function isSpfTerm(text) {
  const words = wordsOf(`${VERSION} ${text}`);
  return words.length === 1 && words[0]?.term.fault === void 0;
}
function mergeSpf(standing, { terms, all }) {
  const [first, ...others] = standing.map(wordsOf);
  if (first === void 0) return [VERSION, ...terms, all ?? "~all"].join(" ");
  const ending = endingOf([first, ...others], all);
  const added = newTerms(first, [...others.flatMap(livingTerms), ...terms]);
  const kept = withEnding(first, ending);
  if (added.length === 0 && sameWords(kept, first) && standing[0] !== void 0) return standing[0];
  const place = kept.findIndex(({ term }) => isAll(term) || isRedirect(term));
  const texts = kept.map(({ text }) => text);
  return [VERSION, ...texts.toSpliced(place === -1 ? texts.length : place, 0, ...added)].join(" ");
}
function wordsOf(value) {
  const texts = value.slice(VERSION.length).split(" ").filter((text) => text !== "");
  const { terms } = parseSpf({ name: "", type: "TXT", ttl: 0, value });
  return terms.map((term, at) => ({ term, text: texts[at] ?? term.text }));
}
function livingTerms(words) {
  return livingWords(words).map(({ text }) => text);
}
function livingWords(words) {
  const reached = new Set(
    reachableTerms({ record: { name: "", type: "TXT", ttl: 0, value: "" }, terms: words.map(({ term }) => term) })
  );
  return words.filter(({ term }) => reached.has(term) && term.qualifier !== void 0 && !isAll(term));
}
function newTerms(first, wanted) {
  const known = new Set(livingTerms(first).map(termKey));
  return wanted.filter((text) => {
    const key = termKey(text);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
function termKey(text) {
  return text.toLowerCase().replace(/^\+/, "");
}
function endingOf(records, given) {
  const redirects = records.some(
    (words) => !words.some(({ term }) => isAll(term)) && words.some(({ term }) => isRedirect(term))
  );
  const endings = new Set(records.flatMap((words) => words.find(({ term }) => isAll(term))?.text.toLowerCase() ?? []));
  if (redirects && (given !== void 0 || endings.size > 0 || records.length > 1)) throw cutsRedirect();
  if (given !== void 0) return given;
  if (endings.size > 1) throw endsDiffer();
  return [...endings][0];
}
function withEnding(words, ending) {
  if (ending === void 0) return words;
  const [last] = wordsOf(`${VERSION} ${ending}`);
  if (last === void 0) return words;
  const place = words.findIndex(({ term }) => isAll(term));
  if (place === -1) return [...words, last];
  return words[place]?.text.toLowerCase() === ending ? words : words.with(place, last);
}
function sameWords(a, b) {
  return a.length === b.length && a.every(({ text }, at) => text === b[at]?.text);
}
function isRedirect({ name, qualifier }) {
  return name === "redirect" && qualifier === void 0;
}
function endsDiffer() {
  return new InputError("conflict", "Two SPF records stand there, and they end in a different all.", {
    field: "values.all",
    hint: "Give all, such as all=~all: the two become one record that ends in it."
  });
}
function cutsRedirect() {
  return new InputError("conflict", "The SPF record there hands over with redirect, which an all would cut off.", {
    field: "values.all",
    hint: "Leave all out, or write the whole record anew with update_record."
  });
}

// src/core/presets/mail.ts
var SPF_KEYS = {
  include: {
    description: "a provider's name for SPF, one or several",
    example: "_spf.google.com",
    pattern: /^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.[a-z0-9-]+$/,
    prefix: /^\+?include:/i,
    lower: true,
    many: true,
    optional: true
  },
  ip4: {
    description: "an IPv4 address or network that sends, one or several",
    example: "192.0.2.0/24",
    pattern: /^[\d.]+(?:\/\d{1,2})?$/,
    prefix: /^\+?ip4:/i,
    many: true,
    optional: true,
    holds: (text) => isSpfTerm(`ip4:${text}`)
  },
  ip6: {
    description: "an IPv6 address or network that sends, one or several",
    example: "2001:db8::/32",
    pattern: /^[\da-f:.]+(?:\/\d{1,3})?$/,
    prefix: /^\+?ip6:/i,
    lower: true,
    many: true,
    optional: true,
    holds: (text) => isSpfTerm(`ip6:${text}`)
  },
  mx: { ...YES_OR_NO, description: "yes where the domain's mail servers send", example: "yes", optional: true },
  a: { ...YES_OR_NO, description: "yes where the domain's own addresses send", example: "yes", optional: true },
  all: {
    description: "what becomes of all other senders: -all refused, ~all suspect, ?all no word",
    example: "~all",
    pattern: /^[-~?]all$/,
    lower: true,
    optional: true
  }
};
var spf = definePreset({
  name: "spf",
  title: "SPF",
  about: "Says who may send mail in the domain's name. New senders become part of the one SPF record that is there, before its `all`; more than ten look-ups are refused.",
  record: "apex TXT `v=spf1 …`",
  manner: "merges",
  stays: "It stays while the domain sends mail.",
  cleanup: false,
  keys: SPF_KEYS,
  rrsets(values) {
    const wanted = { terms: spfTerms(values), all: values.maybe("all") };
    if (wanted.terms.length === 0 && wanted.all === void 0) throw noSender();
    return [{ name: "@", type: "TXT", owns: isSpfText, values: (owned) => [mergeSpf(owned, wanted)] }];
  }
});
function spfTerms(values) {
  return [
    ...["mx", "a"].filter((key) => values.isOn(key) === true),
    ...["ip4", "ip6", "include"].flatMap((key) => values.all(key).map((text) => `${key}:${text}`))
  ];
}
function noSender() {
  return new InputError("invalid_input", "The preset spf was given no sender.", {
    field: "values",
    hint: keysTold({ keys: SPF_KEYS })
  });
}
var dkim = definePreset({
  name: "dkim",
  title: "DKIM key",
  about: "Publishes the public key by which receivers check the signature of the domain's mail. To rotate, publish a new selector, let the server sign with it, and take the old one away a week later with state absent.",
  record: "`SELECTOR._domainkey` TXT",
  manner: "replaces",
  stays: "It stays while mail signed with it may be under way, about a week after the last.",
  cleanup: false,
  keys: {
    selector: {
      description: "the selector that the mail server signs with",
      example: "s2026",
      pattern: /^[a-z0-9](?:[a-z0-9_.-]{0,61}[a-z0-9])?$/,
      // Portals show the whole name.
      prefix: /\._domainkey(?:\.\S*)?$/i,
      lower: true,
      placing: true
    },
    key: {
      description: "the public key in base64, or the whole text v=DKIM1; …; p=…",
      example: "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
      pattern: /^[A-Za-z0-9+/=;:.,_*\s-]+$/,
      prefix: /-----(?:BEGIN|END) PUBLIC KEY-----/g,
      holds: (text) => (base64Octets(keyText(text)) ?? 0) >= ED25519_OCTETS
    }
  },
  rrsets: (values) => [
    replacing(
      { name: `${values.text("selector")}._domainkey`, type: "TXT" },
      { values: () => [dkimText(values.text("key"))] }
    )
  ]
});
var ED25519_OCTETS = 32;
function keyText(given) {
  return (tagValue(readTags(given), "p") ?? given).replaceAll(/\s/g, "");
}
function dkimText(given) {
  const { tags } = readTags(given);
  const key = keyText(given);
  if (!tags.some(({ tag }) => tag === "p")) {
    return `v=DKIM1; k=${base64Octets(key) === ED25519_OCTETS ? "ed25519" : "rsa"}; p=${key}`;
  }
  const rest = tags.filter(({ tag }) => tag !== "v" && tag !== "p").map(({ tag, value }) => `${tag}=${value}`);
  return ["v=DKIM1", ...rest, `p=${key}`].join("; ");
}
var DMARC_POLICY = { pattern: /^(?:none|quarantine|reject)$/, lower: true };
var dmarc = definePreset({
  name: "dmarc",
  title: "DMARC policy",
  about: "Tells receivers what to do with mail that fails SPF and DKIM, and where to report. Begin with none, read the reports, then go to quarantine and reject.",
  record: "`_dmarc` TXT",
  manner: "replaces",
  stays: "It stays; a stricter policy replaces it.",
  cleanup: false,
  keys: {
    policy: { ...DMARC_POLICY, description: "none, quarantine or reject", example: "none" },
    rua: { ...MAIL_ADDRESSES, optional: true },
    ruf: { ...MAIL_ADDRESSES, description: "where reports on single mails go", optional: true },
    pct: {
      description: "the share of failing mail it is for, in percent; only receivers older than RFC 9989 mind it",
      example: "25",
      pattern: /^(?:100|\d{1,2})$/,
      optional: true
    },
    sp: { ...DMARC_POLICY, description: "the policy for names below", example: "reject", optional: true }
  },
  rrsets: (values) => [
    replacing(
      { name: "_dmarc", type: "TXT" },
      { owns: (value) => /^v\s*=\s*DMARC1\b/i.test(value), values: () => [dmarcText(values)] }
    )
  ]
});
function dmarcText(values) {
  const uris = (key) => values.all(key).map((address) => `mailto:${address}`);
  const tags = [
    ["p", values.text("policy")],
    ["sp", values.maybe("sp") ?? ""],
    ["pct", values.maybe("pct") ?? ""],
    ["rua", uris("rua").join(",")],
    ["ruf", uris("ruf").join(",")]
  ];
  return ["v=DMARC1", ...tags.filter(([, text]) => text !== "").map(([tag, text]) => `${tag}=${text}`)].join("; ");
}
var mailPresets = [spf, dkim, dmarc];

// src/core/presets/mail-transport.ts
var mtaSts = definePreset({
  name: "mta-sts",
  title: "MTA-STS policy id",
  about: "Tells senders that the domain has a policy of encrypted mail, and by a new id that it has changed. The policy itself is a file at `https://mta-sts.DOMAIN/.well-known/mta-sts.txt`.",
  record: "`_mta-sts` TXT",
  manner: "replaces",
  stays: "It stays; every change of the policy file gives it a new id.",
  cleanup: false,
  keys: {
    id: {
      description: "up to 32 letters and digits, new with each policy: a date or a run's number",
      example: "20261121T120000",
      pattern: /^[A-Za-z0-9]{1,32}$/,
      prefix: /^v\s*=\s*STSv1\s*;\s*id\s*=\s*|\s*;$/gi
    }
  },
  rrsets: (values) => [
    replacing(
      { name: "_mta-sts", type: "TXT" },
      { owns: (value) => /^v\s*=\s*STSv1\b/i.test(value), values: () => [`v=STSv1; id=${values.text("id")};`] }
    )
  ]
});
var tlsRpt = definePreset({
  name: "tls-rpt",
  title: "TLS reports",
  about: "Asks senders to report each day where mail could not be sent to the domain encrypted. Mail addresses and https addresses both take reports.",
  record: "`_smtp._tls` TXT",
  manner: "replaces",
  stays: "It stays while reports are wanted.",
  cleanup: false,
  keys: {
    rua: {
      ...MAIL_ADDRESSES,
      description: "where reports go, mail or https addresses, one or several",
      example: "tls-reports@example.com",
      pattern: /^(?:[^\s@,;!:"]+@[^\s@,;!:"]+\.[^\s@,;!:"]+|https:\/\/[A-Za-z0-9.-]+\/[^\s,;!"]*)$/
    }
  },
  rrsets: (values) => [
    replacing(
      { name: "_smtp._tls", type: "TXT" },
      {
        owns: (value) => /^v\s*=\s*TLSRPTv1\b/i.test(value),
        values: () => [`v=TLSRPTv1; rua=${values.all("rua").map(reportUri).join(",")}`]
      }
    )
  ]
});
function reportUri(address) {
  return address.startsWith("https://") ? address : `mailto:${address}`;
}
var mailTransportPresets = [mtaSts, tlsRpt];

// src/core/presets/verification.ts
var githubPages = definePreset({
  name: "github-pages",
  title: "GitHub Pages verification",
  about: "Proves to GitHub that the domain is yours, so that nobody else can publish a Pages site at it. GitHub looks for the code at a name that holds the owner's login.",
  record: "`_github-pages-challenge-OWNER` TXT",
  manner: "joins",
  stays: "It stays for good: GitHub looks again. Verifying may take up to a day.",
  cleanup: false,
  keys: {
    owner: LOGIN,
    code: {
      description: "30 hexadecimal digits, from the account's or organisation's Pages settings",
      example: "0123456789abcdef0123456789abcd",
      pattern: /^[0-9a-f]{30}$/,
      lower: true
    }
  },
  rrsets: (values) => [
    joining({ name: `_github-pages-challenge-${values.text("owner")}`, type: "TXT" }, values.text("code"))
  ]
});
var githubOrg = definePreset({
  name: "github-org",
  title: "GitHub organisation domain",
  about: "Verifies the domain for a GitHub organisation, which then shows it on its profile and may restrict notifications to it. GitHub looks for the code at a name that holds the organisation's login.",
  record: "`_gh-OWNER-o` TXT",
  manner: "joins",
  stays: "It stays; the code itself must be verified within seven days.",
  cleanup: false,
  keys: {
    owner: LOGIN,
    code: {
      description: "the letters and digits from the organisation's verified domains settings",
      example: "0a1b2c3d4e",
      pattern: /^[0-9a-z]{6,64}$/i
    }
  },
  rrsets: (values) => [joining({ name: `_gh-${values.text("owner")}-o`, type: "TXT" }, values.text("code"))]
});
var googleSite = definePreset({
  name: "google-site",
  title: "Google site verification",
  about: "Verifies the domain for Google Search Console or Workspace. The code joins the other texts at the apex.",
  record: "apex TXT `google-site-verification=…`",
  manner: "joins",
  stays: "It stays for good: Google looks again, and takes the verification away when the record is gone.",
  cleanup: false,
  keys: {
    code: {
      description: "43 characters, from Search Console or the admin console",
      example: "google-site-verification=0123456789-abcdefghijklmnopqrstuvwxyz_ABCDE",
      pattern: /^[A-Za-z0-9_-]{43}(?:[A-Za-z0-9_-]{25})?$/,
      prefix: /^google-site-verification\s*[=:]\s*/i
    }
  },
  rrsets: (values) => [joining({ name: "@", type: "TXT" }, `google-site-verification=${values.text("code")}`)]
});
var microsoft365 = definePreset({
  name: "microsoft-365",
  title: "Microsoft 365 domain",
  about: "Verifies the domain for Microsoft 365 and Entra ID. The code joins the other texts at the apex.",
  record: "apex TXT `MS=ms…`",
  manner: "joins",
  ttl: 3600,
  stays: "It may go once the domain is connected; Microsoft asks to wait about a quarter of an hour before verifying.",
  cleanup: false,
  keys: {
    code: {
      description: "ms and eight digits, from the admin centre",
      example: "MS=ms12345678",
      pattern: /^ms\d{8,9}$/,
      prefix: /^MS\s*=\s*/i,
      lower: true
    }
  },
  rrsets: (values) => [joining({ name: "@", type: "TXT" }, `MS=${values.text("code")}`)]
});
var mavenCentral = definePreset({
  name: "maven-central",
  title: "Maven Central namespace",
  about: "Verifies the namespace of the reversed domain name at the Central Portal, so that artifacts can be published under it. The key joins the other texts at the apex.",
  record: "apex TXT, the bare key",
  manner: "joins",
  stays: "It is needed until the portal shows the namespace as verified.",
  cleanup: false,
  keys: {
    code: {
      description: "the verification key of the namespace, letters and digits, or an older OSSRH number",
      example: "ab1cd2ef3g",
      pattern: /^(?:OSSRH-\d{3,8}|[a-z0-9]{8,64})$/i
    }
  },
  rrsets: (values) => [joining({ name: "@", type: "TXT" }, values.text("code"))]
});
var vercel = definePreset({
  name: "vercel",
  title: "Vercel domain",
  about: "Verifies a domain that another Vercel account uses already, or one of its names. A bare code is taken for the zone's own name; for another give the text as Vercel shows it.",
  record: "`_vercel` TXT `vc-domain-verify=…`",
  manner: "joins",
  stays: "It may go once the project shows the domain as verified.",
  cleanup: false,
  keys: {
    code: {
      description: "the text from the project's domain settings, or its last part",
      example: "vc-domain-verify=www.example.com,0123456789abcdef0123",
      pattern: /^(?:[a-z0-9_*.-]+\.[a-z0-9-]+,)?[0-9a-z]{10,64}(?:,[a-z0-9_-]+)?$/i,
      prefix: /^vc-domain-verify\s*=\s*/i
    }
  },
  rrsets(values, zone) {
    const code = values.text("code");
    return [
      joining({ name: "_vercel", type: "TXT" }, `vc-domain-verify=${code.includes(".") ? code : `${zone},${code}`}`)
    ];
  }
});
var verificationPresets = [
  githubPages,
  githubOrg,
  googleSite,
  microsoft365,
  mavenCentral,
  vercel
];

// src/core/presets/index.ts
var presets = [
  ...verificationPresets,
  ...identityPresets,
  ...certificatePresets,
  ...mailPresets,
  ...mailTransportPresets,
  ...hostingPresets
];
var byName = new Map(presets.map((preset) => [preset.name, preset]));
function findPreset(name) {
  return byName.get(name.trim().toLowerCase().replaceAll("_", "-"));
}
function presetOf(name) {
  const preset = findPreset(name);
  if (preset !== void 0) return preset;
  const names = [...byName.keys()];
  const nearest = nearestName(name.trim().toLowerCase(), names);
  throw new InputError("invalid_value", "There is no preset of that name.", {
    field: "preset",
    hint: `${nearest === void 0 ? "" : `Did you mean ${nearest}? `}There are ${names.join(", ")}.`
  });
}

export {
  readValues,
  base64Octets,
  readTags,
  tagValue,
  isSpf,
  parseSpf,
  reachableTerms,
  isAll,
  presets,
  findPreset,
  presetOf
};
