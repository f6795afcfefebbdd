import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import {
  looksLikeTtl,
  readSeconds,
  readSoa,
  sameSoa
} from "./chunk-4OBTFFDT.mjs";
import {
  GUARD_WINDOW_MS,
  count,
  disturbedRrsets,
  enumerated,
  guardsOf,
  isEverywhere,
  plannedChanges,
  propagationOf,
  recordKey,
  refuseBrokenZone,
  unconfirmed
} from "./chunk-MXZP5YAO.mjs";
import {
  answeredDifferently
} from "./chunk-PENQMIEB.mjs";
import {
  DEFAULT_TTL_SECONDS,
  TTL_MAX_SECONDS,
  groupRrsets,
  parseRdataTokens,
  parseRecord,
  rdataKey,
  recordTargets,
  refuseFaults,
  rrsetKey
} from "./chunk-CXEZFBFL.mjs";
import {
  nearestName
} from "./chunk-G5TZSIYV.mjs";
import {
  isAddress,
  serverNameText
} from "./chunk-CB3PTKDX.mjs";
import {
  _enum,
  array,
  boolean,
  int,
  number,
  preprocess,
  strictObject,
  string
} from "./chunk-QKF63ONS.mjs";
import {
  plainText
} from "./chunk-W3KXVNO7.mjs";
import {
  RECORD_TYPES,
  isRecordType,
  recordTypes
} from "./chunk-BM2FBSFY.mjs";
import {
  absoluteName,
  isApexOf,
  isWithin,
  labelsOf,
  parentOf,
  parseZoneName,
  relativeName,
  withFinalDot
} from "./chunk-MLNCQ6MW.mjs";
import {
  InputError,
  NetworkError,
  VpsError,
  toProblem
} from "./chunk-SRXP5WYM.mjs";

// src/core/text/capped-text.ts
var TEXT_MAX_LENGTH = 4e4;
var END_MAX_LENGTH = 2e3;
var END_MAX_LINES = 3;
function cappedText(text2) {
  if (text2.length <= TEXT_MAX_LENGTH) return text2;
  const end = lastLines(text2);
  const room = text2.slice(0, TEXT_MAX_LENGTH - 200 - end.length);
  const cut = room.lastIndexOf("\n");
  const kept = cut > 0 ? room.slice(0, cut) : room;
  const lines2 = text2.split("\n").length;
  const shown = kept.split("\n").length + end.split("\n").length - 1;
  return `${kept}
(Cut here: ${shown} of ${lines2} lines shown. The structured result is whole; where there is a filter or a limit, ask for less.)${end}`;
}
function lastLines(text2) {
  const lines2 = text2.trimEnd().split("\n").slice(-END_MAX_LINES);
  const ends = lines2.map((_, at2) => `
${lines2.slice(at2).join("\n")}`);
  return ends.find((end) => end.length <= END_MAX_LENGTH) ?? "";
}

// src/core/operation.ts
function defineOperation(operation) {
  return { ...operation, text: (output) => cappedText(operation.text(output)) };
}

// src/core/dns/zonefile/generate-template.ts
var ITERATOR_MAX = 2 ** 31 - 1;
var MODIFIER = /\{(-?\d{1,10})(?:,(\d{1,3})(?:,([doxXnN]))?)?\}/y;
var RADIX = { d: 10, o: 8, x: 16, X: 16, n: 16, N: 16 };
function readRange(text2) {
  const [, from, to, by = "1"] = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(text2) ?? [];
  const range = { start: Number(from), stop: Number(to), step: Number(by) };
  return range.start <= range.stop && range.stop <= ITERATOR_MAX && range.step > 0 ? range : void 0;
}
function readTemplate(text2) {
  const pieces = [];
  let literal = "";
  let offset = 0;
  for (let at2 = 0; at2 < text2.length; at2++) {
    const char = text2.charAt(at2);
    const next = text2.charAt(at2 + 1);
    if (char === "\\") literal += char + text2.charAt(++at2);
    else if (char !== "$") literal += char;
    else if (next === "$") literal += text2.charAt(++at2);
    else {
      MODIFIER.lastIndex = at2 + 1;
      const modifier = next === "{" ? MODIFIER.exec(text2) : [];
      if (modifier === null) return void 0;
      const [whole = "", written, width = "0", mode] = modifier;
      offset = written === void 0 ? offset : Number(written);
      pieces.push(literal, { offset, width: Number(width), mode: readMode(mode) });
      literal = "";
      at2 += whole.length;
    }
  }
  return [...pieces, literal];
}
function fillTemplate(template, iterator) {
  return template.map((piece) => typeof piece === "string" ? piece : shaped(iterator + piece.offset, piece)).join("");
}
function readMode(text2) {
  return text2 === "o" || text2 === "x" || text2 === "X" || text2 === "n" || text2 === "N" ? text2 : "d";
}
function shaped(value2, { width, mode }) {
  if (mode === "n" || mode === "N") return inCase(nibbles(value2, width), mode);
  const sign = mode === "d" && value2 < 0 ? "-" : "";
  const digits = (mode === "d" ? Math.abs(value2) : value2 >>> 0).toString(RADIX[mode]);
  return sign + inCase(digits.padStart(width - sign.length, "0"), mode);
}
function nibbles(value2, width) {
  const digits = Array.from((value2 >>> 0).toString(16)).reverse();
  let text2 = digits.join(".");
  while (text2.length < width) text2 += text2.length % 2 === 1 ? "." : "0";
  return text2;
}
function inCase(text2, mode) {
  return mode === "X" || mode === "N" ? text2.toUpperCase() : text2;
}

// src/core/dns/zonefile/lexer.ts
var TAB = 9;
var LF = 10;
var CR = 13;
var SPACE = 32;
var QUOTE = 34;
var OPEN = 40;
var CLOSE = 41;
var SEMICOLON = 59;
var BACKSLASH = 92;
var ENDS_WORD = new Uint8Array(128);
for (const code of [TAB, LF, CR, SPACE, QUOTE, OPEN, CLOSE, SEMICOLON]) ENDS_WORD[code] = 1;
var REWINDS_MAX = 16;
var Lexer = class {
  #text;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #rewindsLeft = REWINDS_MAX;
  #scanned = 0;
  #fault;
  constructor(text2) {
    this.#text = text2;
    if (text2.startsWith("\uFEFF")) this.#at = this.#lineStart = 1;
  }
  /** Characters looked at so far, those looked at again counted again. */
  get scanned() {
    return this.#scanned;
  }
  /** The next entry that has anything in it; `undefined` at the end. */
  next() {
    while (this.#at < this.#text.length) {
      const entry = this.#joined();
      if (entry.tokens.length > 0 || entry.fault !== void 0) return entry;
    }
    return void 0;
  }
  /** A parenthesis that nothing closes would swallow the rest of the file: its own line alone is given up for it. */
  #joined() {
    const [at2, line, lineStart] = [this.#at, this.#line, this.#lineStart];
    const entry = this.#entry(this.#rewindsLeft > 0);
    this.#scanned += this.#at - at2;
    if (entry.fault !== UNCLOSED) return entry;
    this.#rewindsLeft--;
    [this.#at, this.#line, this.#lineStart] = [at2, line, lineStart];
    const alone = this.#entry(false);
    this.#scanned += this.#at - at2;
    return alone;
  }
  #entry(joinsLines) {
    const text2 = this.#text;
    const start = this.#place();
    const startsBlank = isBlank(text2.charCodeAt(this.#at));
    const tokens = [];
    let depth = 0;
    let opened = start;
    this.#fault = void 0;
    while (this.#at < text2.length) {
      const code = text2.charCodeAt(this.#at);
      if (isBlank(code)) this.#at++;
      else if (code === LF || code === CR) {
        this.#newLine(code);
        if (depth === 0 || !joinsLines) break;
      } else if (code === SEMICOLON) this.#skipComment();
      else if (code === OPEN) {
        if (depth === 0) opened = this.#place();
        depth++;
        this.#at++;
      } else if (code === CLOSE) {
        if (depth === 0) this.#fail(this.#place(), "A closing parenthesis has no opening one.");
        else depth--;
        this.#at++;
      } else tokens.push(code === QUOTE ? this.#quoted() : this.#word());
    }
    if (depth > 0 && joinsLines)
      return { line: start.line, column: start.column, startsBlank, tokens, fault: UNCLOSED };
    if (depth > 0) this.#fail(opened, "This parenthesis is never closed.");
    const fault = this.#fault;
    return { line: start.line, column: start.column, startsBlank, tokens, fault };
  }
  #word() {
    const text2 = this.#text;
    const from = this.#at;
    let at2 = from;
    for (; at2 < text2.length; at2++) {
      const code = text2.charCodeAt(at2);
      if (code === BACKSLASH) {
        if (!isLineEnd(text2.charCodeAt(at2 + 1))) at2++;
      } else if (ENDS_WORD[code] === 1) break;
    }
    this.#at = Math.min(at2, text2.length);
    return { text: text2.slice(from, this.#at), quoted: false, line: this.#line, column: from - this.#lineStart + 1 };
  }
  /** An escaped line end belongs to the string; a bare one ends it, and is a fault. */
  #quoted() {
    const text2 = this.#text;
    const place = this.#place();
    const from = this.#at + 1;
    for (let at2 = from; at2 < text2.length; at2++) {
      const code = text2.charCodeAt(at2);
      if (code === QUOTE) {
        this.#at = at2 + 1;
        return { text: text2.slice(from, at2), quoted: true, ...place };
      }
      if (code === LF) {
        this.#at = at2;
        return this.#unclosedString(from, place);
      }
      if (code !== BACKSLASH) continue;
      at2++;
      if (text2.charCodeAt(at2) === LF) this.#startLine(at2 + 1);
    }
    this.#at = text2.length;
    return this.#unclosedString(from, place);
  }
  #unclosedString(from, place) {
    this.#fail(place, "This quoted string is not closed on its line.");
    return { text: this.#text.slice(from, this.#at), quoted: true, ...place };
  }
  #skipComment() {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.#text.length : end;
  }
  /** As in BIND a lone carriage return ends a line, and is not counted as one. */
  #newLine(code) {
    this.#at++;
    if (code === CR && this.#text.charCodeAt(this.#at) !== LF) return;
    if (code === CR) this.#at++;
    this.#startLine(this.#at);
  }
  #startLine(at2) {
    this.#line++;
    this.#lineStart = at2;
  }
  #place() {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }
  /** The first fault of an entry is the one told. */
  #fail(place, message) {
    this.#fault ??= { ...place, message };
  }
};
var UNCLOSED = { line: 0, column: 0, message: "" };
function isBlank(code) {
  return code === SPACE || code === TAB;
}
function isLineEnd(code) {
  return code === LF || code === CR;
}

// src/core/dns/zonefile/reading.ts
var PROBLEMS_MAX = 1e3;
function startReading({ zone: zone2, defaultTtl, faulty }) {
  return {
    zone: zone2,
    keepsFaulty: faulty === "keep",
    fallbackTtl: defaultTtl ?? DEFAULT_TTL_SECONDS,
    records: [],
    withoutTtl: /* @__PURE__ */ new Set(),
    lines: /* @__PURE__ */ new Map(),
    problems: [],
    notices: [],
    soa: void 0,
    origin: zone2,
    originIsNew: false,
    owner: void 0,
    defaultTtl: void 0,
    lastTtl: void 0,
    generatedRecords: 0,
    generatedCharacters: 0
  };
}
var ZoneFileFault = class extends Error {
  code;
  place;
  constructor(code, place, message) {
    super(message);
    this.name = "ZoneFileFault";
    this.code = code;
    this.place = place;
  }
};
function at(place, code, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw faultOf(error, code, place);
  }
}
function faultOf({ message, hint }, code, place) {
  return new ZoneFileFault(code, place, hint === void 0 ? message : `${message} ${hint}`);
}
function addProblem(reading, { code, place, message }) {
  reading.problems.push({ line: place.line, column: place.column, code, message });
}
function addNotice(reading, { line, column }, message) {
  reading.notices.push({ line, column, message });
}
function addRecord(reading, record2, place) {
  const key = `${rrsetKey(record2)} ${rdataKey(record2)}`;
  const before = reading.lines.get(key);
  if (before !== void 0) {
    addNotice(reading, place, `Repeats the ${record2.type} record of line ${before}; read once.`);
    return;
  }
  reading.lines.set(key, place.line);
  reading.records.push(record2);
}

// src/core/dns/zonefile/type-mnemonics.ts
var MNEMONICS = new Set(
  `A6 AAAA AFSDB AMTRELAY APL ATMA AVC AXFR CAA CDNSKEY CDS CERT CSYNC DHCID DLV DNAME DNSKEY DOA DS DSYNC EID EUI48
  EUI64 GID GPOS HHIT HINFO HIP HTTPS IPN IPSECKEY ISDN IXFR KEY KX L32 L64 LOC LP MAILA MAILB MB MD MF MG MINFO MR
  NAPTR NID NIMLOC NINFO NSAP NSAP-PTR NSEC NSEC3 NSEC3PARAM NULL NXNAME NXT OPENPGPKEY OPT PTR PX RESINFO RKEY RP
  RRSIG RT SIG SINK SMIMEA SPF SSHFP SVCB TA TALINK TKEY TLSA TSIG UID UINFO UNSPEC URI WALLET WKS X25 ZONEMD ALIAS
  ANAME`.split(/\s+/)
);
function isTypeMnemonic(word) {
  return MNEMONICS.has(word) || /^TYPE\d{1,5}$/.test(word);
}

// src/core/dns/zonefile/read-record.ts
var CLASSES = /^(?:IN|CH|CHAOS|HS|HESIOD|ANY|NONE|CLASS\d{1,5})$/i;
var CLASS_IN = /^(?:IN|CLASS0*1)$/i;
function readRecordEntry(reading, entry) {
  const { startsBlank, tokens } = entry;
  const [first] = tokens;
  if (first === void 0) return;
  const owner2 = startsBlank ? inheritedOwner(reading, first) : writtenOwner(reading, first);
  takeRecord(reading, { owner: owner2, ownerPlace: first, ...readHead(startsBlank ? tokens : tokens.slice(1), entry) });
}
function readHead(tokens, entry) {
  let ttl2;
  let hasClass = false;
  for (const [index, token] of tokens.entries()) {
    if (!hasClass && isClass(token)) hasClass = refuseOtherClasses(token);
    else if (ttl2 === void 0 && !token.quoted && looksLikeTtl(token.text)) ttl2 = readTtl(token);
    else return { place: token, type: readType(token), ttl: ttl2, rdata: tokens.slice(index + 1) };
  }
  throw new ZoneFileFault("syntax", tokens.at(-1) ?? entry, "The line ends before it says a record type.");
}
function readTtl(token) {
  const seconds2 = token.quoted ? void 0 : readSeconds(token.text);
  if (seconds2 !== void 0 && seconds2 <= TTL_MAX_SECONDS) return seconds2;
  throw new ZoneFileFault(
    "ttl",
    token,
    seconds2 === void 0 ? "A number stands where a TTL or a record type belongs, and is no TTL; the first word of a line is its owner name." : "The TTL is above 2147483647 seconds (RFC 2181 §8). BIND would take it for 0."
  );
}
function takeRecord(reading, line) {
  if (line.type === "SOA") return takeSoa(reading, line);
  const { owner: name, type: type2, place } = line;
  const given = ttlOf(reading, line.ttl);
  const first = line.rdata[0] ?? place;
  const rdata = at(first, "rdata", () => parseRdataTokens(type2, line.rdata, reading.origin));
  const record2 = { name, type: type2, ttl: given ?? reading.fallbackTtl, ...rdata };
  if (!reading.keepsFaulty) refuseFaulty(reading, record2, { owner: line.ownerPlace, rdata: first });
  const before = reading.records.length;
  addRecord(reading, record2, place);
  if (given === void 0 && reading.records.length > before) reading.withoutTtl.add(record2);
}
function writtenOwner(reading, token) {
  reading.owner = void 0;
  const { origin, zone: zone2 } = reading;
  const owner2 = at(token, "owner", () => absoluteName(token.text, origin));
  reading.owner = owner2;
  reading.originIsNew = false;
  refuseOutside(owner2, zone2, token);
  if (!reading.keepsFaulty) refuseDoubled(owner2, reading, token);
  return owner2;
}
function inheritedOwner(reading, place) {
  const { owner: owner2 } = reading;
  if (owner2 === void 0) {
    throw new ZoneFileFault(
      "owner",
      place,
      "The line leaves its owner name out, and no line before it has one that could be read."
    );
  }
  if (reading.originIsNew) addNotice(reading, place, `The owner is still ${owner2}: $ORIGIN does not change it.`);
  reading.originIsNew = false;
  refuseOutside(owner2, reading.zone, place);
  return owner2;
}
function refuseOutside(owner2, zone2, place) {
  if (isWithin(owner2, zone2)) return;
  throw new ZoneFileFault(
    "outside-zone",
    place,
    `${owner2 === "" ? "The root" : owner2} is not inside ${zone2}. Take the record out, or choose the zone it belongs to.`
  );
}
function refuseDoubled(owner2, { zone: zone2, origin }, token) {
  if (origin !== zone2 || owner2 === zone2 || token.text.endsWith(".")) return;
  if (!isWithin(owner2.slice(0, -zone2.length - 1), zone2)) return;
  throw new ZoneFileFault(
    "owner",
    token,
    `Without a final dot this name is ${owner2}. Add the dot, or write the doubled name out with one.`
  );
}
function isClass({ text: text2, quoted }) {
  return !quoted && CLASSES.test(text2);
}
function refuseOtherClasses(token) {
  if (CLASS_IN.test(token.text)) return true;
  throw new ZoneFileFault("class", token, "The class is not IN. The API has records of class IN only.");
}
function readType(token) {
  const word = token.quoted ? "" : token.text.toUpperCase();
  if (isRecordType(word) || word === "SOA") return word;
  const taken = RECORD_TYPES.join(", ");
  throw isTypeMnemonic(word) ? new ZoneFileFault("unsupported-type", token, `The API does not take ${word} records. It takes ${taken}.`) : new ZoneFileFault(
    "syntax",
    token,
    `No record type stands where one belongs. A line is an owner name (white space for the one before), TTL, class and type; types are ${taken}.`
  );
}
function ttlOf(reading, written) {
  if (written !== void 0) reading.lastTtl = written;
  return written ?? reading.defaultTtl ?? reading.lastTtl;
}
function refuseFaulty({ zone: zone2 }, record2, places) {
  try {
    refuseFaults(record2, zone2);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const code = error.field === "name" ? "owner" : "rdata";
    throw faultOf(error, code, places[code]);
  }
}
function takeSoa(reading, { owner: owner2, place, rdata, ttl: ttl2 }) {
  const data = at(rdata[0] ?? place, "soa", () => readSoa(rdata, reading.origin));
  if (owner2 !== reading.zone) throw new ZoneFileFault("soa", place, "An SOA stands at the apex and nowhere else.");
  if (reading.soa !== void 0 && !sameSoa(reading.soa, data)) {
    throw new ZoneFileFault("soa", place, "The zone has an SOA already, and this is another one. Keep one of them.");
  }
  addNotice(reading, place, "The SOA is passed over: VPS.org makes the zone's own.");
  const known = ttlOf(reading, ttl2);
  if (known === void 0) reading.defaultTtl = data.minimum;
  reading.soa ??= { ttl: known ?? data.minimum, ...data };
}

// src/core/dns/zonefile/directives.ts
var GENERATED_RECORDS_MAX = 65536;
var GENERATED_CHARACTERS_MAX = 1e7;
var directives = /* @__PURE__ */ new Map([
  ["$ORIGIN", setOrigin],
  ["$TTL", setTtl],
  ["$GENERATE", generate],
  ["$INCLUDE", refuseInclude]
]);
function isDirective({ startsBlank, tokens }) {
  return !startsBlank && tokens[0]?.text.startsWith("$") === true;
}
function readDirective(reading, { tokens }) {
  const [directive, ...args] = tokens;
  if (directive === void 0) return;
  const read = directives.get(directive.text.toUpperCase());
  if (read === void 0) {
    throw refusal(
      directive,
      "There is no such directive. Known are $ORIGIN, $TTL and $GENERATE; a name that starts so is written with \\$."
    );
  }
  read(reading, directive, args);
}
function setOrigin(reading, directive, args) {
  const name = onlyArgument(directive, args, "a domain name");
  reading.origin = at(name, "directive", () => absoluteName(name.text, reading.origin));
  reading.originIsNew = true;
}
function setTtl(reading, directive, args) {
  reading.defaultTtl = readTtl(onlyArgument(directive, args, "a TTL"));
}
function refuseInclude(_, directive) {
  throw refusal(directive, "$INCLUDE is not followed: other files are out of reach. Put their lines in its place.");
}
function generate(reading, directive, args) {
  const [range, left, ...rest] = args;
  if (range === void 0 || left === void 0) throw badGenerate(directive);
  const head = readHead(rest, left);
  const [right, surplus] = head.rdata;
  if (right === void 0 || surplus !== void 0) throw badGenerate(surplus ?? head.place);
  const iterations = readRange(range.text);
  if (iterations === void 0) throw refusal(range, "That is no range. Write start-stop or start-stop/step.");
  expand(reading, {
    iterations,
    owner: { token: left, template: templateOf(left) },
    head,
    rdata: { token: right, template: templateOf(right) }
  });
}
function expand(reading, { iterations, owner: owner2, head, rdata }) {
  const inherited = reading.owner;
  try {
    for (let iterator = iterations.start; iterator <= iterations.stop; iterator += iterations.step) {
      const name = { ...owner2.token, text: fillTemplate(owner2.template, iterator) };
      const text2 = fillTemplate(rdata.template, iterator);
      countGenerated(reading, name.text.length + text2.length, owner2.token);
      takeRecord(reading, {
        ...head,
        owner: writtenOwner(reading, name),
        ownerPlace: owner2.token,
        rdata: tokensOf(text2, rdata.token)
      });
    }
  } finally {
    reading.owner = inherited;
  }
}
function countGenerated(reading, characters, place) {
  reading.generatedRecords++;
  reading.generatedCharacters += characters;
  if (reading.generatedRecords > GENERATED_RECORDS_MAX) {
    throw new ZoneFileFault("limit", place, `$GENERATE makes more than ${GENERATED_RECORDS_MAX} records.`);
  }
  if (reading.generatedCharacters > GENERATED_CHARACTERS_MAX) {
    throw new ZoneFileFault("limit", place, `$GENERATE makes more than ${GENERATED_CHARACTERS_MAX} characters.`);
  }
}
function templateOf(token) {
  const template = readTemplate(token.quoted ? token.text.replaceAll(/\\([^])/g, unquote) : token.text);
  if (template !== void 0) return template;
  throw refusal(
    token,
    "A ${...} in the template is badly written. It is ${offset}, ${offset,width} or ${offset,width,base}, with d, o, x, X, n or N as the base."
  );
}
function unquote(escape, char) {
  return char === '"' ? char : escape;
}
function tokensOf(text2, { line, column }) {
  const lexer = new Lexer(text2);
  const entry = lexer.next();
  if (entry?.fault !== void 0 || lexer.next() !== void 0) throw badGenerate({ line, column });
  return (entry?.tokens ?? []).map((token) => ({ ...token, line, column }));
}
function onlyArgument(directive, args, what) {
  const [argument, surplus] = args;
  if (argument !== void 0 && surplus === void 0) return argument;
  throw refusal(surplus ?? directive, `${directive.text.toUpperCase()} takes ${what} and nothing else.`);
}
function badGenerate(place) {
  return refusal(
    place,
    "It is $GENERATE range owner [TTL] [class] type rdata, the rdata quoted when it has spaces, such as $GENERATE 1-9 host$ A 192.0.2.$."
  );
}
function refusal(place, message) {
  return new ZoneFileFault("directive", place, message);
}

// src/core/dns/zonefile/parse-zone-file.ts
function parseZoneFile(text2, options) {
  const reading = startReading(options);
  const lexer = new Lexer(text2);
  for (let entry = lexer.next(); entry !== void 0; entry = lexer.next()) {
    readEntry(reading, entry);
    if (reading.problems.length >= PROBLEMS_MAX) {
      addProblem(reading, new ZoneFileFault("limit", entry, `Reading stopped after ${PROBLEMS_MAX} problems.`));
      break;
    }
  }
  const { records: records2, withoutTtl, problems, notices, soa } = reading;
  return { records: records2, withoutTtl, problems, notices, ...soa === void 0 ? {} : { soa } };
}
function readEntry(reading, entry) {
  try {
    if (entry.fault !== void 0) readBroken(reading, entry, entry.fault);
    else if (isDirective(entry)) readDirective(reading, entry);
    else readRecordEntry(reading, entry);
  } catch (error) {
    if (!(error instanceof ZoneFileFault)) throw error;
    addProblem(reading, error);
  }
}
function readBroken(reading, { startsBlank, tokens: [first] }, fault) {
  if (!startsBlank && first !== void 0) writtenOwner(reading, first);
  throw new ZoneFileFault("syntax", fault, fault.message);
}

// src/core/operations/at-field.ts
function atField(path, read) {
  return refusing(read, () => path);
}
function below(path, read) {
  return refusing(read, (field) => field === void 0 ? path : `${path}.${field}`);
}
function refusing(read, place) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const field = place(error.field);
    throw new InputError(error.code, `${field}: ${error.message}`, { field, hint: error.hint, cause: error });
  }
}

// src/core/vps-nameservers.ts
var VPS_NAMESERVERS = ["ns1.vps.org", "ns2.vps.org"];

// src/core/operations/find/zone-file.ts
var TOLD_MAX = 10;
function readZoneFile(zone2, text2, options = {}) {
  const { records: records2, withoutTtl, problems, notices } = parseZoneFile(text2, { zone: zone2, ...options });
  if (problems.length > 0) throw unreadable(problems);
  const own = records2.filter((record2) => !isVendorNs(record2, zone2));
  const told = firstFew(notices);
  return {
    records: own,
    withoutTtl,
    warnings: own.length < records2.length ? [...told, "The apex NS records of the file are VPS.org's own and stay as they are."] : told
  };
}
function zoneFileOrigin(text2) {
  const origins = [];
  for (const line of text2.split("\n")) {
    const [, origin] = /^\$ORIGIN[ \t]+([^\s;]+)/i.exec(line) ?? [];
    if (origin !== void 0) origins.push(below2(origins.at(-1), origin));
    const [, owner2] = /^([^\s;$]+)[ \t]+(?:[\dsmhdw]+[ \t]+)?(?:IN[ \t]+)?(?:[\dsmhdw]+[ \t]+)?SOA[ \t]/i.exec(line) ?? [];
    const apex = owner2 === "@" ? origins.at(-1) : owner2 === void 0 ? void 0 : below2(origins.at(-1), owner2);
    if (apex !== void 0) return atField("zonefile", () => parseZoneName(apex));
  }
  const [first] = origins;
  if (first !== void 0) return atField("zonefile", () => parseZoneName(first));
  throw new InputError("invalid_input", "The zone file does not say which zone it is.", {
    field: "zone",
    hint: "Give zone as well, or start the file with $ORIGIN example.com."
  });
}
function below2(origin, name) {
  if (name.endsWith(".") || origin === void 0) return name;
  return origin === "." ? `${name}.` : `${name}.${origin}`;
}
function isVendorNs({ type: type2, name, value: value2 }, zone2) {
  return type2 === "NS" && isApexOf(name, zone2) && VPS_NAMESERVERS.includes(value2);
}
function firstFew(remarks) {
  const told = remarks.slice(0, TOLD_MAX).map(({ line, column, message }) => `Line ${line}, column ${column}: ${message}`);
  return remarks.length > TOLD_MAX ? [...told, `And ${remarks.length - TOLD_MAX} more.`] : told;
}
function unreadable(problems) {
  return new InputError("invalid_zone_file", `The zone file cannot be used. ${firstFew(problems).join(" ")}`, {
    field: "zonefile",
    hint: "Mend these lines and try again."
  });
}

// src/core/text/lines.ts
function lines(...parts) {
  return parts.flat().filter((part) => part !== void 0 && part !== "").join("\n");
}
function warningLines(warnings) {
  return (warnings ?? []).map((warning) => `Warning: ${warning}`);
}

// src/core/operations/fields.ts
var NAME_OR_ID_MAX_LENGTH = 255;
var OWNER_NAME_MAX_LENGTH = 1024;
var PAGE_MAX = 1e3;
var DEFAULT_PAGE = 50;
var RECORDS_MAX = 1e3;
var text = (maxLength) => string().max(maxLength);
var upperCased = (schema) => preprocess((value2) => typeof value2 === "string" ? value2.toUpperCase() : value2, schema);
var recordType = upperCased(_enum(RECORD_TYPES));
var owner = text(OWNER_NAME_MAX_LENGTH);
var seconds = int().min(0).max(TTL_MAX_SECONDS);
var uint16 = int().min(0).max(65535);
var zone = text(NAME_OR_ID_MAX_LENGTH).describe("Zone name (example.com), or its id");
var record = text(200).describe("Record id");
var domain = text(NAME_OR_ID_MAX_LENGTH).describe("Domain name");
var domainOrId = text(NAME_OR_ID_MAX_LENGTH).describe("Domain name");
var ownerName = owner.describe("Owner name: www, @ for the apex, or absolute");
var type = recordType.describe("Record type");
var anyType = upperCased(text(10)).describe("Record type");
var value = text(65535).describe("TXT plain; SRV weight port target; CAA flags tag value");
var ttl = seconds.describe("Seconds; left out, as it is, else 3600");
var priority = uint16.describe("Of MX and SRV");
var zonefile = text(1e7).describe("Zone file text");
var wait = _enum(["none", "authoritative", "public"]).describe("Until these name servers answer the change; none by default");
var waitTimeout = int().min(1).max(3600).describe("Seconds to wait at most; 120 by default");
var confirm = text(255).describe("The token of a preview, after a person's yes to it");
var limit = int().min(1).max(PAGE_MAX).default(DEFAULT_PAGE).describe("Rows at most");
var cursor = text(100).describe("The next_cursor of the answer before");
var years = int().min(1).max(10).default(1).describe("Term, in years");
var autoRenew = boolean().describe("Renews every year by itself");
var privacyProtection = boolean().describe("Hides the owner in WHOIS");
var nameservers = array(text(255)).min(2).max(4).describe("Host names");
var maxPrice = number().min(0).max(1e5).describe("USD, whole term");
var recordItem = strictObject({
  type: recordType,
  name: owner,
  value: text(65535).optional(),
  ttl: seconds.optional(),
  priority: uint16.optional()
});
var records = array(recordItem).max(RECORDS_MAX);

// src/core/operations/find/allowed.ts
function isAllowed({ policy }, name) {
  return policy.zones.length === 0 || policy.zones.includes(name);
}
function refuseForeign(context, name, field = "zone") {
  if (!isAllowed(context, name)) throw notAllowed(context, field);
}
function notAllowed({ policy }, field = "zone") {
  return new InputError("zone_not_allowed", "That is not one of the zones this program was allowed to touch.", {
    field,
    hint: `Allowed: ${policy.zones.join(", ")} (--zone).`
  });
}
async function visibleZones(context) {
  const { items, incomplete } = await context.api.zones.list();
  return { zones: items.filter(({ domain: domain2 }) => isAllowed(context, domain2)), incomplete };
}

// src/core/operations/find/resolve-zone.ts
var NAMED_MAX = 10;
async function resolveZone(context, given) {
  const name = zoneNameOf(given);
  if (name === void 0) return (await zoneById(context, given)).zone;
  refuseForeign(context, name);
  const { items } = await context.api.zones.list({ domain: name });
  const [zone2, ...others] = items.filter(({ domain: domain2 }) => domain2 === name);
  if (zone2 === void 0) return zoneByDottedId(context, given, name);
  if (others.length > 0) throw ambiguous(name, [zone2, ...others]);
  return zone2;
}
function zoneNameOf(given) {
  try {
    return parseZoneName(given);
  } catch {
    return void 0;
  }
}
function checkEarly(given, check) {
  const name = zoneNameOf(given);
  if (name !== void 0) check(name);
}
async function zoneById(context, id) {
  if (id.trim() === "") {
    throw new InputError("invalid_input", "zone is empty.", {
      field: "zone",
      hint: "Give a name such as example.com."
    });
  }
  const found = await context.api.zones.get(id.trim()).catch(notFoundAsUndefined);
  if (found === void 0) {
    if (context.policy.zones.length > 0) throw notAllowed(context);
    throw await missing(context, plainText(id.trim(), 80));
  }
  refuseForeign(context, found.zone.domain);
  return found;
}
async function zoneByDottedId(context, given, name) {
  const { items } = await context.api.zones.list();
  const zone2 = items.find(({ id }) => id === given.trim());
  if (zone2 === void 0)
    throw notFound(
      name,
      items.map(({ domain: domain2 }) => domain2)
    );
  refuseForeign(context, zone2.domain);
  return zone2;
}
async function missing(context, shown) {
  const { zones } = await visibleZones(context);
  return notFound(
    shown,
    zones.map(({ domain: domain2 }) => domain2)
  );
}
function notFoundAsUndefined(error) {
  if (error instanceof VpsError && (error.code === "zone_not_found" || error.code === "not_found")) return void 0;
  throw error;
}
function notFound(wanted, names) {
  const enclosing = names.filter((name) => isWithin(wanted, name)).sort((a, b) => labelsOf(b).length - labelsOf(a).length);
  const message = `No zone "${wanted}" in this account.`;
  if (enclosing[0] !== void 0) {
    const relative = wanted.slice(0, -enclosing[0].length - 1);
    return new InputError("zone_not_found", message, {
      field: "zone",
      hint: `It lies inside the zone ${enclosing[0]}: give zone "${enclosing[0]}" and name "${relative}".`
    });
  }
  const nearest = nearestName(wanted, names) ?? names.find((name) => name.startsWith(`${wanted}.`));
  return new InputError("zone_not_found", message, {
    field: "zone",
    hint: nearest === void 0 ? whatThereIs(names) : `Did you mean ${nearest}? list_zones shows all.`
  });
}
function whatThereIs(names) {
  if (names.length === 0) return "The account has no zones yet; create_zone makes one.";
  if (names.length > NAMED_MAX) return "list_zones shows all; create_zone makes one.";
  return `It has ${names.join(", ")}; create_zone makes one.`;
}
function ambiguous(name, zones) {
  return new InputError("conflict", `This account has ${zones.length} zones named ${name}.`, {
    field: "zone",
    hint: `Give the id of one: ${zones.map(({ id }) => plainText(id, 80)).join(", ")}.`
  });
}

// src/core/operations/find/read-zone.ts
async function openZone(context, given) {
  if (zoneNameOf(given) !== void 0) return readZone(context, await resolveZone(context, given));
  const readAt = context.clock.now();
  const { zone: zone2, records: records2 } = await zoneById(context, given);
  return zoneState(zone2, { items: records2, incomplete: isShort(zone2, records2), readAt });
}
async function readZone({ api, clock }, zone2) {
  const readAt = clock.now();
  return zoneState(zone2, { ...await api.records.listInZone(zone2), readAt });
}
async function readWholeZone(context, given) {
  if (zoneNameOf(given) === void 0) return zoneById(context, given);
  return context.api.zones.get((await resolveZone(context, given)).id);
}
function rrsetOf(state, of) {
  const key = rrsetKey(of);
  return state.held.filter(({ record: record2 }) => record2 !== void 0 && rrsetKey(record2) === key);
}
function zoneState(zone2, {
  items,
  incomplete,
  readAt
}) {
  return { zone: zone2, held: items, records: items.flatMap(({ record: record2 }) => record2 ?? []), incomplete, readAt };
}
function isShort({ recordCount }, records2) {
  return recordCount !== void 0 && recordCount > records2.length;
}

// src/core/operations/shapes/guarded.ts
var guardedFields = {
  status: _enum(["done", "confirmation_required"]),
  changed: boolean(),
  confirm: string().optional().describe("Pass it back to go ahead"),
  preview: string().optional()
};
var changeField = {
  change: string().optional().describe("Journal id, for undo_change")
};
var DONE = { status: "done", changed: true };
async function askFirst(context, request) {
  const answer = await context.confirmation(request);
  return answer.granted ? void 0 : unconfirmed(answer);
}
function unconfirmedText(output) {
  if (output.status === "done") return void 0;
  return lines(
    `${output.preview ?? ""} Nothing has changed.`,
    `To go ahead once the person agrees, call again with confirm: "${output.confirm ?? ""}".`
  );
}
function undoLine(change) {
  return change === void 0 ? void 0 : `Change ${change}; undo_change takes it back.`;
}

// src/core/wire/records-of.ts
var CHAIN_MAX = 16;
function follow({ answers }, { name, type: type2 }) {
  const via = [];
  for (let at2 = name; via.length < CHAIN_MAX; ) {
    const records2 = recordsOf(answers, at2, type2);
    const next = recordsOf(answers, at2, "CNAME")[0]?.rdata?.value;
    if (records2.length > 0 || next === void 0) return { records: records2, via, isEndless: false };
    at2 = nameOfTarget(next);
    if (at2 === name || via.includes(at2)) break;
    via.push(at2);
  }
  return { records: [], via, isEndless: true };
}
function recordsOf(section, name, type2) {
  return section.filter((record2) => record2.name === name && record2.type === type2 && record2.rdata !== void 0);
}
function nameOfTarget(target) {
  return labelsOf(target).join(".");
}
function soaOf(section) {
  const soa = section.find(({ type: type2, rdata }) => type2 === "SOA" && rdata !== void 0);
  return soa?.rdata === void 0 ? void 0 : soaFacts(soa.rdata, soa.ttl);
}
function soaFacts({ value: value2 }, ttl2) {
  const [serial = 0, , , , minimum = 0] = value2.split(" ").slice(2).map(Number);
  return { serial, negativeTtl: Math.min(ttl2, minimum) };
}

// src/core/wire/ask-resolvers.ts
var USABLE = /* @__PURE__ */ new Set(["NOERROR", "NXDOMAIN"]);
async function askResolvers(asking, question) {
  const { wire } = asking;
  const attempts = wire.resolvers.map(async (resolver) => {
    const endpoints = await endpointsOf(asking, resolver);
    return firstUsable(asking, endpoints, { question, recursive: true });
  });
  return firstDefined(attempts, asking.signal);
}
async function askOne({ wire, signal, withinMs, until, now }, ask) {
  const left = Math.min(withinMs, until - now());
  if (left <= 0) return { kind: "failure", failure: "no_answer", detail: "No time was left to ask." };
  return wire.ask({ ...ask, withinMs: left, signal });
}
async function firstUsable(asking, endpoints, { question, recursive }) {
  for (const to of endpoints) {
    const reply = await askOne(asking, { to, question, recursive });
    if (reply.kind === "message" && USABLE.has(reply.message.rcode)) return reply.message;
  }
  return void 0;
}
async function endpointsOf({ wire }, { host, port }) {
  const addresses = isAddress(host) ? [host] : await wire.addressesOf(host);
  return addresses.map((address) => ({ address, port }));
}
async function hostAddresses(asking, host) {
  const found = await Promise.all(
    ["A", "AAAA"].map(async (type2) => {
      const message = await askResolvers(asking, { name: host, type: type2 });
      return message === void 0 ? [] : addressRecords(message, host, type2);
    })
  );
  return found.flat();
}
function addressRecords({ answers }, host, type2) {
  return recordsOf(answers, host, type2).flatMap(({ rdata }) => rdata?.value ?? []);
}
function nameserversIn(section, owner2) {
  const names = recordsOf(section, owner2, "NS").flatMap(
    ({ rdata }) => rdata === void 0 ? [] : nameOfTarget(rdata.value)
  );
  return [...new Set(names)];
}
function firstDefined(attempts, signal) {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    for (const attempt of attempts) attempt.then((value2) => value2 !== void 0 && resolve(value2), reject);
    Promise.all(attempts).then(() => resolve(void 0), reject);
  });
}

// src/core/wire/find-delegation.ts
var PARENT_SERVERS_MAX = 3;
var REFERRALS_MAX = 5;
var UNKNOWN = { hosts: void 0, glue: /* @__PURE__ */ new Map() };
async function findDelegation(asking, zone2) {
  return await fromParent(asking, zone2) ?? await fromResolvers(asking, zone2) ?? UNKNOWN;
}
async function fromResolvers(asking, zone2) {
  const message = await askResolvers(asking, { name: zone2, type: "NS" });
  const hosts = message === void 0 ? [] : nameserversIn(message.answers, zone2);
  return hosts.length === 0 ? void 0 : { hosts, glue: /* @__PURE__ */ new Map() };
}
async function fromParent(asking, zone2) {
  const parent = await zoneAbove(asking, zone2);
  let cut = parent?.zone ?? "";
  let endpoints = await serverEndpoints(asking, parent?.hosts ?? [], /* @__PURE__ */ new Map());
  for (let referrals = 0; endpoints.length > 0 && referrals < REFERRALS_MAX; referrals++) {
    const message = await firstUsable(asking, endpoints, { question: { name: zone2, type: "NS" }, recursive: false });
    if (message === void 0) return void 0;
    const glue = glueOf(message);
    const hosts = [message.answers, message.authorities].map((section) => nameserversIn(section, zone2)).find((names) => names.length > 0);
    if (hosts !== void 0) return { hosts, glue };
    const between = cutBetween(message, cut, zone2);
    if (between === void 0) return message.aa ? { hosts: [], glue: /* @__PURE__ */ new Map() } : void 0;
    cut = between;
    endpoints = await serverEndpoints(asking, nameserversIn(message.authorities, cut), glue);
  }
  return void 0;
}
async function zoneAbove(asking, zone2) {
  for (let name = zone2; name !== ""; ) {
    name = parentOf(name);
    const message = await askResolvers(asking, { name, type: "NS" });
    if (message === void 0) return void 0;
    const hosts = nameserversIn(message.answers, name);
    if (hosts.length > 0) return { zone: name, hosts };
  }
  return void 0;
}
function cutBetween({ authorities }, above, zone2) {
  return authorities.find(
    ({ type: type2, name }) => type2 === "NS" && name !== above && isWithin(name, above) && isWithin(zone2, name)
  )?.name;
}
async function serverEndpoints(asking, hosts, glue) {
  const addresses = await Promise.all(
    hosts.slice(0, PARENT_SERVERS_MAX).map(async (host) => glue.get(host) ?? await hostAddresses(asking, host))
  );
  return addresses.flatMap(([address]) => address === void 0 ? [] : [{ address, port: asking.wire.port }]);
}
function glueOf({ additionals }) {
  const glue = /* @__PURE__ */ new Map();
  for (const { name, type: type2 } of additionals) {
    if (type2 !== "A" && type2 !== "AAAA") continue;
    const addresses = recordsOf(additionals, name, type2).flatMap(({ rdata }) => rdata?.value ?? []);
    glue.set(name, [.../* @__PURE__ */ new Set([...glue.get(name) ?? [], ...addresses])]);
  }
  return glue;
}

// src/core/wire/judge-delegation.ts
var NAMES_TOLD = 4;
async function judgeDelegation(asking, delegated) {
  const { zone: zone2, hosts } = delegated;
  const strange = await strangeHosts(asking, delegated);
  if (strange.length === 0) return { delegation: "ours" };
  if (strange.length < hosts.length) {
    const note2 = `${zone2} is also delegated to ${namesOf(strange)}, which is not where this zone is kept: answers from there differ.`;
    return { delegation: "ours", note: note2 };
  }
  const note = `${zone2} is delegated to ${namesOf(strange)} and not to VPS.org's name servers (${namesOf(VPS_NAMESERVERS)}), so what is written here is not what the world sees. Set the name servers at the registrar (update_domain where the domain is registered here).`;
  return { delegation: "elsewhere", note };
}
async function strangeHosts(asking, { hosts, servers, ownServers }) {
  const foreign = hosts.filter((host) => !VPS_NAMESERVERS.includes(host));
  if (foreign.length === 0) return [];
  const own = new Set(await ownServers());
  const strange = foreign.filter((host) => !own.has(host));
  if (strange.length === 0) return [];
  const addresses = await Promise.all(VPS_NAMESERVERS.map((host) => hostAddresses(asking, host)));
  const ours = new Set(addresses.flat());
  const aliases = new Set(
    servers.flatMap(({ host, endpoint }) => endpoint !== void 0 && ours.has(endpoint.address) ? [host] : [])
  );
  return strange.filter((host) => !aliases.has(host));
}
function namesOf(hosts) {
  const shown = hosts.slice(0, NAMES_TOLD);
  return hosts.length > shown.length ? `${shown.join(", ")} and ${hosts.length - shown.length} more` : enumerated(shown);
}

// src/core/wire/find-authority.ts
var HOSTS_MAX = 13;
async function findAuthority(asking, zone2, ownServers) {
  const { nameservers: nameservers2 } = asking.wire;
  if (nameservers2.length > 0) {
    const servers2 = await Promise.all(
      nameservers2.map(async (named) => serversOf(serverNameText(named), await endpointsOf(asking, named)))
    );
    return { servers: servers2.flat(), delegation: "ours" };
  }
  const { hosts, glue } = await findDelegation(asking, zone2);
  if (hosts === void 0 || hosts.length === 0)
    return defaultAuthority(asking, zone2, hosts === void 0 ? "unknown" : "none");
  const asked = hosts.slice(0, HOSTS_MAX);
  const servers = await Promise.all(
    asked.map((host) => serversAt(asking, host, isWithin(host, zone2) ? glue.get(host) : void 0))
  );
  const found = servers.flat();
  return { servers: found, ...await judgeDelegation(asking, { zone: zone2, hosts, servers: found, ownServers }) };
}
async function defaultAuthority(asking, zone2, delegation) {
  const servers = await Promise.all(VPS_NAMESERVERS.map((host) => serversAt(asking, host)));
  const asked = `${namesOf(VPS_NAMESERVERS)} were asked`;
  const note = delegation === "none" ? `${zone2} is not delegated: the zone above names no servers for it, so the world cannot see it. ${asked} all the same.` : `To which servers ${zone2} is delegated could not be found out; ${asked}.`;
  return { servers: servers.flat(), delegation, note };
}
async function serversAt(asking, host, glue) {
  const known = glue ?? await hostAddresses(asking, host);
  const addresses = known.length > 0 ? known : await fallbackAddresses(asking, host);
  return serversOf(
    host,
    addresses.map((address) => ({ address, port: asking.wire.port }))
  );
}
async function fallbackAddresses({ wire }, host) {
  return VPS_NAMESERVERS.includes(host) ? wire.addressesOf(host) : [];
}
function serversOf(host, endpoints) {
  return endpoints.length === 0 ? [{ host, endpoint: void 0 }] : endpoints.map((endpoint) => ({ host, endpoint }));
}

// src/core/wire/check.ts
function shortfall(check, said) {
  const values = new Set(said.values);
  const missing2 = check.present.filter((value2) => !values.has(value2)).length;
  if (missing2 > 0 || check.amount === "some" && values.size === 0)
    return `${missingText(check, said, missing2)}${keptText(said)}`;
  const left = check.absent.filter((value2) => values.has(value2)).length;
  if (left > 0) return `It still answers what should have gone.${freshText(said)}`;
  if (check.amount === "none" && values.size > 0)
    return `It still answers ${count(values.size, "record")}.${freshText(said)}`;
  return ttlShortfall(check, said);
}
function missingText({ question, present }, { rcode, values }, missing2) {
  if (rcode === "NXDOMAIN") return "It says that there is no such name (NXDOMAIN).";
  if (values.length === 0) return `It says that the name has no ${question.type} (NODATA).`;
  return missing2 === present.length ? "It answers other values only." : `It lacks ${missing2} of ${present.length} values.`;
}
function keptText({ values, negativeTtl, ttl: ttl2, cached }) {
  if (values.length > 0) return freshText({ ttl: ttl2, cached });
  if (negativeTtl === void 0) return "";
  const seconds2 = count(negativeTtl, "second");
  return cached ? ` It keeps that for another ${seconds2}.` : ` A resolver that asks now keeps that for ${seconds2}.`;
}
function freshText({ ttl: ttl2, cached }) {
  return cached && ttl2 !== void 0 ? ` Its copy lasts another ${count(ttl2, "second")}.` : "";
}
function ttlShortfall({ ttl: wanted }, { ttl: ttl2, cached }) {
  if (wanted === void 0 || ttl2 === void 0 || ttl2 === wanted || cached && ttl2 < wanted) return void 0;
  return `It still gives the TTL ${ttl2}.${freshText({ ttl: ttl2, cached })}`;
}

// src/core/wire/referral.ts
function referredCut({ aa, authorities }, { name: asked }, zone2) {
  if (aa) return void 0;
  const cuts = authorities.filter(
    ({ type: type2, name }) => type2 === "NS" && name !== zone2 && isWithin(name, zone2) && isWithin(asked, name)
  );
  return cuts[0]?.name;
}
function referredRecords({ authorities, additionals }, { name, type: type2 }) {
  if (type2 === "NS") return recordsOf(authorities, name, "NS");
  return type2 === "A" || type2 === "AAAA" ? recordsOf(additionals, name, type2) : [];
}

// src/core/wire/read-answer.ts
async function judgeAnswer(given) {
  const answered = withReferral(given);
  const { kind, check, message } = answered;
  const refusal2 = refusalText(answered);
  if (refusal2 !== void 0) return { ok: false, rcode: message.rcode, values: [], via: [], error: refusal2 };
  const { followed, end } = await followOut(answered);
  if (followed.isEndless) {
    const error2 = "The aliases (CNAME) lead round in a circle, or too far.";
    return { ok: false, rcode: message.rcode, values: [], via: followed.via, error: error2 };
  }
  if (end === void 0) {
    const error2 = "The alias leads out of the zone, to a name that the resolvers do not answer.";
    return { ok: false, rcode: message.rcode, values: [], via: followed.via, error: error2 };
  }
  const values = followed.records.map(keyOf);
  const said = {
    rcode: end.rcode,
    values,
    ttl: leastTtl(followed.records),
    cached: kind === "public" || end !== message,
    negativeTtl: values.length === 0 ? soaOf(end.authorities)?.negativeTtl : void 0
  };
  const error = shortfall(check, said);
  return {
    ok: error === void 0,
    rcode: values.length === 0 && said.rcode === "NOERROR" ? "NODATA" : said.rcode,
    values,
    via: followed.via,
    ...facts(said, end),
    ...error === void 0 ? {} : { error }
  };
}
function withReferral(answered) {
  const { kind, zone: zone2, check, message } = answered;
  if (kind === "public" || referredCut(message, check.question, zone2) === void 0) return answered;
  const answers = referredRecords(message, check.question);
  return answers.length === 0 ? answered : { ...answered, message: { ...message, answers, aa: true } };
}
function facts({ ttl: ttl2, negativeTtl }, { authorities }) {
  const serial = soaOf(authorities)?.serial;
  return {
    ...ttl2 === void 0 ? {} : { ttl: ttl2 },
    ...negativeTtl === void 0 ? {} : { negativeTtl },
    ...serial === void 0 ? {} : { serial }
  };
}
async function followOut({
  kind,
  zone: zone2,
  check,
  message,
  resolve
}) {
  const { question } = check;
  if (asksForAbsenceOnly(check)) {
    const records2 = recordsOf(message.answers, question.name, question.type);
    return { followed: { records: records2, via: [], isEndless: false }, end: message };
  }
  const followed = follow(message, question);
  const last = followed.via.at(-1);
  if (kind === "public" || followed.records.length > 0 || last === void 0 || followed.isEndless || isWithin(last, zone2)) {
    return { followed, end: message };
  }
  const end = await resolve(last);
  const rest = end === void 0 ? { records: [], via: [], isEndless: false } : follow(end, { name: last, type: question.type });
  return { followed: { ...rest, via: [...followed.via, ...rest.via] }, end };
}
function asksForAbsenceOnly({ present, amount }) {
  return present.length === 0 && amount === "any";
}
var REFUSALS = {
  REFUSED: "REFUSED: it does not answer for this zone.",
  SERVFAIL: "SERVFAIL: it could not find an answer.",
  FORMERR: "FORMERR: it did not understand the question.",
  NOTIMP: "NOTIMP: it does not answer such questions.",
  NOTAUTH: "NOTAUTH: it does not hold the zone."
};
function refusalText({ kind, zone: zone2, check: { question }, message }) {
  const { rcode, aa } = message;
  if (rcode !== "NOERROR" && rcode !== "NXDOMAIN") return REFUSALS[rcode] ?? `It answered with the error ${rcode}.`;
  if (kind === "public" || aa) return void 0;
  const cut = referredCut(message, question, zone2);
  if (cut !== void 0) return `It hands ${cut} to other name servers: that is a zone of its own.`;
  return "It answers without authority (AA is off): it does not hold the zone (lame delegation).";
}
function keyOf({ rdata }) {
  return rdata === void 0 ? "" : rdataKey(rdata);
}
function leastTtl(records2) {
  return records2.length === 0 ? void 0 : Math.min(...records2.map(({ ttl: ttl2 }) => ttl2));
}

// src/core/wire/look.ts
var QUESTIONS_AT_ONCE = 8;
async function lookAt(asking, target, subject) {
  const { endpoint } = target;
  if (endpoint === void 0) {
    return { target, ok: false, failure: "no_address", error: "No address is known for it.", timeMs: 0 };
  }
  const start = asking.now();
  const [results, serial] = await Promise.all([
    askAll(asking, { ...target, endpoint }, subject),
    target.kind === "authoritative" ? zoneSerial(asking, endpoint, subject.zone) : void 0
  ]);
  return {
    target,
    ...summary(results, subject),
    ...serial === void 0 ? {} : { serial },
    timeMs: asking.now() - start
  };
}
async function askAll(asking, target, { zone: zone2, checks }) {
  const results = [];
  for (let at2 = 0; at2 < checks.length; at2 += QUESTIONS_AT_ONCE) {
    const part = checks.slice(at2, at2 + QUESTIONS_AT_ONCE);
    results.push(...await Promise.all(part.map((check) => askCheck(asking, target, { zone: zone2, check }))));
    if (results.some(({ failure }) => failure !== void 0)) break;
  }
  return results;
}
async function askCheck(asking, { endpoint: to, kind }, { zone: zone2, check }) {
  const { question } = check;
  const reply = await askOne(asking, { to, question, recursive: kind === "public" });
  if (reply.kind === "failure") return { check, ok: false, failure: reply.failure, error: reply.detail };
  const { message } = reply;
  const resolve = (name) => askResolvers(asking, { ...question, name });
  const judged = await judgeAnswer({ kind, zone: zone2, check, message, resolve });
  return { check, ok: judged.ok, judged, error: judged.error, ...kind === "authoritative" ? { aa: message.aa } : {} };
}
async function zoneSerial(asking, to, zone2) {
  const reply = await askOne(asking, { to, question: { name: zone2, type: "SOA" }, recursive: false });
  return reply.kind === "message" && reply.message.aa ? soaOf(reply.message.answers)?.serial : void 0;
}
function summary(results, { zone: zone2, checks }) {
  const open = results.filter(({ ok }) => !ok);
  const told = open[0] ?? (checks.length === 1 ? results[0] : void 0);
  if (told === void 0) return { ok: true };
  const { check, failure, aa, judged, error } = told;
  const many = checks.length > 1 && failure === void 0;
  const where = `${relativeName(check.question.name, zone2)} ${check.question.type}`;
  const words = many ? `${open.length} of ${checks.length} not yet, first ${where}: ${error ?? ""}` : error;
  return {
    ok: told.ok,
    ...failure === void 0 ? {} : { failure },
    ...aa === void 0 ? {} : { aa },
    ...judged === void 0 ? {} : { judged },
    ...words === void 0 ? {} : { error: words }
  };
}

// src/core/operations/wait/zone-nameservers.ts
async function zoneNameservers({ api, signal }, zone2) {
  try {
    const { items } = await api.zones.list({ domain: zone2 });
    const found = items.find(({ domain: domain2 }) => domain2 === zone2);
    if (found === void 0) return [];
    const { items: records2 } = await api.records.listInZone(found);
    return records2.flatMap(
      ({ record: record2 }) => record2?.type === "NS" && record2.name === zone2 ? recordTargets(record2) : []
    );
  } catch (error) {
    if (signal.aborted || !(error instanceof VpsError)) throw error;
    return [];
  }
}

// src/core/operations/wait/look-around.ts
var ASK_MS = 6e3;
var FIND_MS = 12e3;
var FIRST_PAUSE_MS = 500;
var PAUSE_MAX_MS = 8e3;
var PAUSE_GROWTH = 1.6;
var LAST_LOOK_MS = 500;
function askingFor({ wire, signal, clock }, ms) {
  const now = () => clock.now();
  return { wire, signal, withinMs: ASK_MS, until: now() + ms, now };
}
function authorityOf(context, asking, zone2) {
  const until = Math.min(asking.until, asking.now() + FIND_MS);
  return findAuthority({ ...asking, until }, zone2, () => zoneNameservers(context, zone2));
}
function authoritativeTargets({ servers }) {
  return servers.map((server) => ({ ...server, kind: "authoritative" }));
}
async function publicTargets(asking) {
  const targets = await Promise.all(
    asking.wire.resolvers.map(async (named) => {
      const host = serverNameText(named);
      const endpoints = await endpointsOf(asking, named);
      const at2 = endpoints.length === 0 ? [void 0] : endpoints;
      return at2.map((endpoint) => ({ host, endpoint, kind: "public" }));
    })
  );
  return targets.flat();
}
function lookAll(asking, targets, subject) {
  return Promise.all(targets.map((target) => lookAt(asking, target, subject)));
}
async function lookUntil(context, { asking, subject, tell }, targets) {
  let looks = await lookAll(asking, targets, subject);
  for (let pause = FIRST_PAUSE_MS; !isEverywhere(looks); pause = Math.min(pause * PAUSE_GROWTH, PAUSE_MAX_MS)) {
    tell(looks);
    const left = asking.until - asking.now() - LAST_LOOK_MS;
    if (left <= 0) return looks;
    await context.clock.sleep(Math.min(pause, left), context.signal);
    looks = await Promise.all(looks.map(async (look) => look.ok ? look : await lookAt(asking, look.target, subject)));
  }
  return looks;
}

// src/core/operations/wait/checks-of.ts
var CHECKS_MAX = 200;
function checksOf({ present = [], absent = [], retimed = [] }) {
  const here = new Map(groupRrsets(present).map((rrset) => [rrsetKey(rrset), rrset.records]));
  const checks = groupRrsets([...present, ...absent]).map(({ name, type: type2 }) => {
    const wanted = here.get(rrsetKey({ name, type: type2 })) ?? [];
    const values = new Set(wanted.map(rdataKey));
    const gone = absent.filter((record2) => record2.name === name && record2.type === type2).map(rdataKey);
    return {
      question: { name, type: type2 },
      present: [...values],
      // What one part of a change takes away another may bring back.
      absent: gone.filter((value2) => !values.has(value2)),
      amount: "any",
      ttl: retimed.find((record2) => record2.name === name && record2.type === type2)?.ttl
    };
  });
  return spread(checks.filter(({ present: present2, absent: absent2 }) => present2.length + absent2.length > 0));
}
function spread(checks) {
  if (checks.length <= CHECKS_MAX) return checks;
  return Array.from({ length: CHECKS_MAX }, (_, at2) => checks[Math.floor(at2 * checks.length / CHECKS_MAX)]).flatMap(
    (check) => check ?? []
  );
}

// src/core/operations/wait/wait-for.ts
var DEFAULT_TIMEOUT_SECONDS = 120;
function awaitedOf(changes) {
  const updates = changes.flatMap((change) => change.action === "update" ? [change] : []);
  const retimed = updates.filter(
    ({ before, after }) => before.name === after.name && rdataKey(before) === rdataKey(after)
  );
  return {
    present: changes.flatMap((change) => change.action === "delete" ? [] : [change.after]),
    absent: changes.flatMap((change) => change.action === "create" ? [] : [change.before]),
    retimed: retimed.map(({ after }) => after)
  };
}
async function waitFor(context, awaited, { wait: wait2 = "none", wait_timeout: timeout = DEFAULT_TIMEOUT_SECONDS }) {
  const subject = { zone: awaited.zone, checks: checksOf(awaited) };
  if (wait2 === "none" || subject.checks.length === 0) return {};
  try {
    return { propagation: await watch(context, subject, { wait: wait2, timeout }) };
  } catch (error) {
    if (!context.signal.aborted) throw error;
    throw cancelledWaiting(awaited.change, error);
  }
}
function cancelledWaiting(change, cause) {
  const kept = change === void 0 ? "" : ` (change ${change})`;
  return new NetworkError("cancelled", `The waiting was cancelled; what was asked for is done${kept}.`, {
    hint: "check_propagation looks at the name servers without waiting.",
    cause
  });
}
async function watch(context, subject, { wait: wait2, timeout }) {
  const asking = askingFor(context, timeout * 1e3);
  const started = asking.now();
  const tell = (looks2) => context.progress(Math.round((asking.now() - started) / 1e3), timeout, progressText(looks2));
  const authority = await authorityOf(context, asking, subject.zone);
  const targets = authoritativeTargets(authority);
  const isVain = authority.delegation === "elsewhere" || authority.delegation === "none" && wait2 === "public";
  const first = isVain ? await lookAll(asking, targets, subject) : await lookUntil(context, { asking, subject, tell }, targets);
  const looks = wait2 === "public" && !isVain && isEverywhere(first) ? [...first, ...await watchPublic(context, { asking, subject, tell })] : first;
  const isAnswered = isEverywhere(looks) && (wait2 === "authoritative" || looks.length > first.length);
  return propagationOf(isAnswered, looks, authority.note);
}
async function watchPublic(context, watching) {
  return lookUntil(context, watching, await publicTargets(watching.asking));
}
function progressText(looks) {
  const lagging = looks.find(({ ok }) => !ok);
  const done = `${looks.filter(({ ok }) => ok).length} of ${looks.length} servers answer it`;
  return lagging === void 0 ? done : `${done}; ${lagging.target.host}: ${lagging.error ?? "not yet"}`;
}

// src/core/change/journaled.ts
async function journaled({ journal }, intent, send) {
  const entry = await journal.begin(intent);
  const result = await sendOrSettle(entry, intent, send);
  await entry.finish("done");
  if (intent.undoes !== void 0) await journal.markUndone(intent.undoes, entry.id);
  return { result, change: entry.id };
}
async function sendOrSettle(entry, { zoneEvent }, send) {
  try {
    return await send();
  } catch (error) {
    if (isOutcomeUnknown(error, zoneEvent === "created" ? "create" : "update")) await entry.finish("unknown");
    else await entry.abandon();
    throw error;
  }
}
var MAYBE_DONE = ["outcome_unknown", "timeout", "cancelled", "unexpected_response"];
var MAYBE_DONE_UNLESS_LOOKED = ["unreachable", "unavailable"];
function isOutcomeUnknown(error, action) {
  if (!(error instanceof VpsError)) return true;
  return MAYBE_DONE.includes(error.code) || action !== "create" && MAYBE_DONE_UNLESS_LOOKED.includes(error.code);
}
function zoneIntent(operation, zone2, { event, records: records2 = [] }) {
  return {
    operation,
    zone: zone2,
    zoneEvent: event,
    summary: event === "created" ? "zone created" : `zone deleted with ${count(records2.length, "record")}`,
    before: records2,
    after: [],
    disturbed: [...new Set(records2.map(rrsetKey))],
    created: []
  };
}
function lossIntent(operation, { zone: zone2, name, type: type2 }) {
  return {
    operation,
    zone: zone2.domain,
    summary: "1 record of a kind not known here deleted for good",
    before: [],
    after: [],
    disturbed: [`${name} ${type2}`],
    created: [],
    lost: 1
  };
}
function domainIntent(operation, domain2, summary2) {
  return { operation, domain: domain2, summary: summary2, before: [], after: [], disturbed: [], created: [] };
}

// src/core/change/undo-chain.ts
async function undoChain(journal, change) {
  const chain = [change.id];
  let { undoes } = change;
  while (undoes !== void 0 && !chain.includes(undoes)) {
    chain.push(undoes);
    undoes = (await journal.get(undoes))?.undoes;
  }
  return chain;
}
async function isForward(journal, change) {
  return (await undoChain(journal, change)).length % 2 === 1;
}
async function standingChanges(journal, changes) {
  const among = new Set(changes.map(({ id }) => id));
  const standing = [];
  for (const change of changes) {
    if (change.status === "undone") continue;
    const links = (await undoChain(journal, change)).filter((id) => among.has(id));
    if (links.length % 2 === 1) standing.push(change);
  }
  return standing;
}

// src/core/change/guard-window.ts
async function guardWindow({ journal, clock }, zone2) {
  const recent = await journal.list({ zone: zone2, since: clock.now() - GUARD_WINDOW_MS });
  const disturbed = /* @__PURE__ */ new Set();
  const created = /* @__PURE__ */ new Set();
  for (const change of recent) {
    if (change.status === "undone" || !await isForward(journal, change)) continue;
    for (const key of change.disturbed) disturbed.add(key);
    for (const key of change.created) created.add(key);
  }
  return { disturbed, created };
}
async function ownChallenges({ journal }, zone2) {
  const own = new Set((await journal.list({ zone: zone2 })).flatMap(({ created }) => created));
  return (record2) => own.has(recordKey(record2));
}

// src/core/change/touched-parts.ts
function touchedParts(changes, observed) {
  const records2 = changes.flatMap((change) => [
    ...change.action === "create" ? [] : [change.before],
    ...change.action === "delete" ? [] : [change.after]
  ]);
  const whole = new Set(records2.filter(({ type: type2 }) => recordTypes[type2].standsAlone).map(({ name }) => name));
  const parts = /* @__PURE__ */ new Map();
  for (const { name, type: type2 } of records2) {
    if (whole.has(name)) parts.set(name, { name });
    else parts.set(`${name} ${type2}`, { name, type: type2 });
  }
  const byName = groupByName(observed);
  return [...parts.values()].map((part) => ({ ...part, was: stateOf(part, byName) }));
}
function changedSince(touched, observed) {
  const byName = groupByName(observed);
  return touched.filter((part) => stateOf(part, byName) !== part.was);
}
function stateOf(part, byName) {
  const records2 = (byName.get(part.name) ?? []).filter(({ type: type2 }) => part.type === void 0 || type2 === part.type);
  return records2.map(({ id, type: type2, ttl: ttl2, value: value2, priority: priority2 }) => JSON.stringify([id, type2, ttl2, value2, priority2 ?? null])).sort().join("\n");
}
function groupByName(observed) {
  const groups = /* @__PURE__ */ new Map();
  for (const record2 of observed) {
    const group = groups.get(record2.name);
    if (group === void 0) groups.set(record2.name, [record2]);
    else group.push(record2);
  }
  return groups;
}

// src/core/change/records-after.ts
function recordsAfter(before, changes) {
  const gone = /* @__PURE__ */ new Map();
  for (const change of changes) {
    if (change.action === "create") continue;
    const key = exactKey(change.before);
    gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  const kept = before.filter((record2) => {
    const left = gone.get(exactKey(record2)) ?? 0;
    if (left > 0) gone.set(exactKey(record2), left - 1);
    return left === 0;
  });
  return [...kept, ...changes.flatMap((change) => change.action === "delete" ? [] : [change.after])];
}
function exactKey(record2) {
  return `${recordKey(record2)} ${record2.ttl}`;
}

// src/core/change/overtaken.ts
var NAMED_MAX2 = 10;
async function isOvertaken({ journal, clock }, { zone: zone2, readAt }) {
  const recent = await journal.list({ zone: zone2.domain, since: clock.now() - GUARD_WINDOW_MS });
  return recent.some(({ finishedAt, at: at2 }) => (finishedAt ?? at2) > readAt);
}
async function refuseOutdated({ api }, request) {
  const changes = plannedChanges(request.plan);
  if (changes.length === 0) return;
  const { items } = await api.records.listInZone(request.zone);
  const changed = changedSince(touchedParts(changes, request.observed), items);
  if (changed.length === 0) return refuseBreaking(request.zone.domain, items, changes);
  throw new VpsError(
    "conflict",
    `${request.zone.domain} was changed meanwhile: ${partNames(request.zone.domain, changed)}. Nothing was sent.`,
    { hint: "Do it again: the zone is read anew." }
  );
}
function refuseBreaking(zone2, held, changes) {
  const records2 = held.flatMap(({ record: record2 }) => record2 ?? []);
  refuseBrokenZone(zone2, records2, recordsAfter(records2, changes));
}
function partNames(zone2, parts) {
  const named = parts.slice(0, NAMED_MAX2).map(({ name, type: type2 }) => `${relativeName(name, zone2)}${type2 === void 0 ? "" : ` ${type2}`}`);
  const more = parts.length > NAMED_MAX2 ? ` and ${parts.length - NAMED_MAX2} more` : "";
  return `${enumerated(named)}${more}`;
}

// src/core/change/send-change.ts
function sender(api, { zone: zone2, observed }) {
  const held = new Map(observed.map((record2) => [record2.id, record2]));
  return async (change) => {
    if (change.action !== "delete") return write(api, zone2, change);
    const record2 = held.get(change.id);
    if (record2 === void 0) throw new VpsError("internal", "A change names a record that was never read.");
    await api.records.delete(change.id);
    return record2;
  };
}
function write(api, zone2, change) {
  if (change.action === "create") return api.records.create(zone2, change.after);
  const { id, before } = change;
  const { after } = change;
  if (change.whole === true) return api.records.replace(zone2, id, after);
  return api.records.update(zone2, id, {
    type: after.type,
    ...after.name === before.name ? {} : { name: after.name },
    ...after.value === before.value ? {} : { value: after.value },
    ...after.ttl === before.ttl ? {} : { ttl: after.ttl },
    ...after.priority === void 0 || after.priority === before.priority ? {} : { priority: after.priority }
  });
}

// src/core/change/apply-changes.ts
async function applyChanges(context, request) {
  const sent = [];
  let unknown = 0;
  const failures = [];
  const send = sender(context.api, request);
  const total = request.stages.reduce((sum, stage) => sum + stage.length, 0);
  for (const stage of request.stages) {
    await runStage(stage, context.policy.concurrency, async (change, before) => {
      if (failures.length > 0) return before;
      if (context.signal.aborted) {
        failures.push(new VpsError("cancelled", "The work was cancelled before this change was sent."));
        return before;
      }
      const outcome = await carryOut(send, change);
      if (outcome.record !== void 0) {
        sent.push({ change, record: outcome.record });
        if (total > 1) context.progress(sent.length, total, "records changed");
      } else {
        failures.push(outcome.error);
        if (outcome.step === "unknown") unknown += 1;
      }
      await before.noted;
      return {
        noted: request.entry.step(stepOf(change, outcome)).catch((error) => {
          failures.push(error);
        })
      };
    });
    if (failures.length > 0) break;
  }
  return { sent, failures, unknown };
}
async function carryOut(send, change) {
  try {
    return { step: "done", record: await send(change) };
  } catch (error) {
    return { step: isOutcomeUnknown(error, change.action) ? "unknown" : "failed", error };
  }
}
function stepOf(change, { step, record: record2 }) {
  const { name, type: type2 } = change.action === "delete" ? change.before : change.after;
  const id = record2?.id ?? (change.action === "create" ? void 0 : change.id);
  const altered = alteration(change, record2);
  return {
    action: change.action,
    name,
    type: type2,
    outcome: step,
    ...id === void 0 ? {} : { id },
    ...altered === void 0 ? {} : { altered }
  };
}
function alteration(change, held) {
  const kept = held?.record;
  if (change.action === "delete" || kept === void 0 || exactKey(kept) === exactKey(change.after)) return void 0;
  const { name, type: type2, ttl: ttl2, value: value2, priority: priority2 } = kept;
  return { sent: change.after, kept: { name, type: type2, ttl: ttl2, value: value2, ...priority2 === void 0 ? {} : { priority: priority2 } } };
}
async function runStage(items, limit2, work) {
  const queue = items.values();
  const lane = async () => {
    let last = { noted: Promise.resolve() };
    for (const item of queue) last = await work(item, last);
    await last.noted;
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(limit2, items.length)) }, lane));
}

// src/core/change/partial-failure.ts
var NAMED_MAX3 = 20;
var DONE2 = { create: "created", update: "updated", delete: "deleted" };
function partialFailure({ zone: zone2, sent, total, failures, unknown, underWay, change }) {
  const [first] = failures;
  if (sent.length === 0 && !underWay && (unknown === 0 || total === 1)) return first;
  const problem = toProblem(first);
  const untouched = Math.max(0, total - sent.length - failures.length);
  const done = sent.slice(0, NAMED_MAX3).map(({ change: change2, record: record2 }) => {
    const id = plainText(record2.id, 80);
    return `${DONE2[change2.action]} ${relativeName(record2.name, zone2)} ${plainText(record2.type, 20)} (id ${id})`;
  });
  const more = sent.length > NAMED_MAX3 ? ` and ${sent.length - NAMED_MAX3} more` : "";
  const message = [
    `${sent.length} of ${count(total, "change")} in ${zone2} done${done.length === 0 ? "" : `: ${done.join(", ")}${more}`}.`,
    `${failures.length} failed${untouched > 0 ? `, ${untouched} not begun` : ""}.`,
    `The reason: [${problem.code}] ${problem.message}`
  ].join(" ");
  return new VpsError("partial", message, {
    hint: `undo_change with change "${change}" takes back what was done; the same call again, or a new plan, does the rest.`,
    cause: first
  });
}

// src/core/change/change-zone.ts
var NOTHING = { status: "done", changed: false, sent: [] };
async function changeZone(context, request) {
  if (plannedChanges(request.plan).length === 0) return NOTHING;
  const turn = (confirmed) => async (waited) => {
    const window = await guardWindow(context, request.zone.domain);
    const due2 = { ...request, plan: guardedAnew(request, window) };
    if (due2.plan.guards.length > 0 && !confirmed) return { due: due2 };
    const thought = confirmed && request.confirm === void 0;
    if (waited || thought || await isOvertaken(context, request)) await refuseOutdated(context, due2);
    return { due: due2, result: await makeChange(context, due2, window) };
  };
  const attempt = (confirmed) => context.journal.exclusively(request.zone.domain, turn(confirmed), context.signal);
  const first = await attempt(false);
  if (first.result !== void 0) return first.result;
  const unconfirmed2 = await confirmChange(context, first.due);
  if (unconfirmed2 !== void 0) return unconfirmed2;
  const { due, result } = await attempt(true);
  if (result === void 0) throw new VpsError("internal", `A confirmed change of ${due.zone.domain} was not made.`);
  return result;
}
function guardedAnew({ plan, observed }, window) {
  const standing = new Set(observed.flatMap(({ record: record2 }) => record2 === void 0 ? [] : [rrsetKey(record2)]));
  const emptyDesiredState = plan.guards.some(({ id }) => id === "empty-desired-state");
  const changes = plannedChanges(plan);
  return { ...plan, guards: guardsOf({ zone: plan.zone, changes, standing, window, emptyDesiredState }) };
}
async function confirmChange(context, { operation, zone: zone2, plan, input, confirm: confirm2 }) {
  if (plan.guards.length === 0) return void 0;
  const answer = await context.confirmation({
    operation,
    target: zone2.domain,
    given: confirm2,
    input,
    observed: plannedChanges(plan),
    preview: guardPreview(plan)
  });
  return answer.granted ? void 0 : unconfirmed(answer);
}
async function makeChange(context, request, window) {
  const changes = plannedChanges(request.plan);
  if (changes.length === 0) return NOTHING;
  return carryOut2(context, request, await context.journal.begin(intentOf(request, changes, window)));
}
async function carryOut2(context, { zone: zone2, observed, plan, undoes, underWay = false }, entry) {
  const { sent, failures, unknown } = await applyChanges(context, { zone: zone2, observed, stages: plan.stages, entry });
  if (failures.length === 0) {
    await entry.finish("done");
    if (undoes !== void 0) await context.journal.markUndone(undoes, entry.id);
    return { status: "done", changed: true, change: entry.id, sent };
  }
  if (sent.length === 0 && unknown === 0 && !underWay) await entry.abandon();
  else await entry.finish(unknown > 0 ? "unknown" : "partial");
  const total = plannedChanges(plan).length;
  throw partialFailure({ zone: zone2.domain, sent, total, failures, unknown, underWay, change: entry.id });
}
function intentOf({ operation, zone: zone2, observed, plan, undoes }, changes, window) {
  const touched = new Set(
    changes.flatMap((change) => [
      ...change.action === "create" ? [] : [rrsetKey(change.before)],
      ...change.action === "delete" ? [] : [rrsetKey(change.after)]
    ])
  );
  const before = observed.flatMap(
    ({ record: record2 }) => record2 !== void 0 && touched.has(rrsetKey(record2)) ? [record2] : []
  );
  return {
    operation,
    zone: zone2.domain,
    summary: summaryText(plan),
    before,
    after: recordsAfter(before, changes),
    disturbed: [...disturbedRrsets(changes, window.created)],
    created: changes.flatMap((change) => change.action === "delete" ? [] : [recordKey(change.after)]),
    ...undoes === void 0 ? {} : { undoes }
  };
}
function guardPreview(plan) {
  return `${plan.guards.map(({ message }) => message).join(" ")} Zone ${plan.zone}: ${summaryText(plan)}.`;
}
function summaryText({ summary: summary2 }) {
  const parts = ["create", "update", "delete"].flatMap(
    (action) => summary2[action] === 0 ? [] : [`${summary2[action]} ${action}d`]
  );
  return parts.length === 0 ? "nothing to change" : parts.join(", ");
}

// src/core/operations/write/given-records.ts
function wantedRecords(zone2, given) {
  refuseBothOrNeither(given);
  const { records: records2 = [], zonefile: zonefile2 } = given;
  if (zonefile2 === void 0) {
    return { items: records2.map((item, at2) => below(`records[${at2}]`, () => wantedRecord(zone2, item))), warnings: [] };
  }
  const file = readZoneFile(zone2, zonefile2);
  return {
    items: file.records.map((record2) => ({ record: record2, ttlGiven: !file.withoutTtl.has(record2) })),
    warnings: file.warnings
  };
}
function absentQueries(zone2, given) {
  refuseBothOrNeither(given);
  const { records: records2 = [], zonefile: zonefile2 } = given;
  if (zonefile2 === void 0) return { items: records2, warnings: [] };
  const file = readZoneFile(zone2, zonefile2);
  return {
    items: file.records.map(({ name, ...rest }) => ({ ...rest, name: withFinalDot(name) })),
    warnings: file.warnings
  };
}
function refuseBothOrNeither({ records: records2, zonefile: zonefile2 }) {
  if (records2 !== void 0 && zonefile2 !== void 0) {
    throw new InputError("invalid_input", "Both records and zonefile were given.", {
      field: "zonefile",
      hint: "Give one of the two."
    });
  }
  if (zonefile2 !== void 0 || records2 !== void 0 && records2.length > 0) return;
  throw new InputError("invalid_input", "No records were given.", {
    field: "records",
    hint: "Give records, or zonefile as text."
  });
}
function wantedRecord(zone2, { value: value2, ...item }) {
  if (value2 === void 0) {
    throw new InputError("invalid_input", "The value is missing.", {
      field: "value",
      hint: "Only state absent takes records without one."
    });
  }
  return { record: parseRecord({ ...item, value: value2, zone: zone2 }), ttlGiven: item.ttl !== void 0 };
}

// src/core/operations/write/write-warnings.ts
function warningsField(warnings) {
  return warnings.length === 0 ? {} : { warnings: [...warnings] };
}
function alteredWarnings(sent, held) {
  const fields = answeredDifferently(sent, held);
  if (fields.length === 0) return [];
  const where = `${relativeName(held.name, held.zone.domain)} ${sent.type}`;
  const lengths = fields.includes("value") ? ` (${sent.value.length} characters sent, ${held.value.length} kept)` : "";
  return [`The API keeps another ${enumerated(fields)} for ${where} than was sent${lengths}; id ${held.id}.`];
}
function changeWarnings(state, sent) {
  const altered = sent.flatMap(
    ({ change, record: record2 }) => change.action === "delete" ? [] : alteredWarnings(change.after, record2)
  );
  return state.incomplete && sent.length > 0 ? [...altered, "The API held back some of the zone's records, so this was checked against the rest only."] : altered;
}

export {
  defineOperation,
  lines,
  warningLines,
  zone,
  record,
  domain,
  domainOrId,
  ownerName,
  type,
  anyType,
  value,
  ttl,
  priority,
  zonefile,
  wait,
  waitTimeout,
  confirm,
  limit,
  cursor,
  years,
  autoRenew,
  privacyProtection,
  nameservers,
  maxPrice,
  records,
  isAllowed,
  refuseForeign,
  notAllowed,
  visibleZones,
  resolveZone,
  zoneNameOf,
  checkEarly,
  openZone,
  readZone,
  readWholeZone,
  rrsetOf,
  isShort,
  guardedFields,
  changeField,
  DONE,
  askFirst,
  unconfirmedText,
  undoLine,
  VPS_NAMESERVERS,
  askingFor,
  authorityOf,
  authoritativeTargets,
  publicTargets,
  lookAll,
  DEFAULT_TIMEOUT_SECONDS,
  awaitedOf,
  waitFor,
  cancelledWaiting,
  journaled,
  isOutcomeUnknown,
  zoneIntent,
  lossIntent,
  domainIntent,
  exactKey,
  standingChanges,
  guardWindow,
  ownChallenges,
  touchedParts,
  changedSince,
  refuseBreaking,
  partNames,
  changeZone,
  confirmChange,
  makeChange,
  carryOut2 as carryOut,
  summaryText,
  atField,
  below,
  readZoneFile,
  zoneFileOrigin,
  wantedRecords,
  absentQueries,
  warningsField,
  changeWarnings
};
