import {
  looksLikeTtl,
  readSeconds,
  readSoa,
  sameSoa
} from "./chunk-EMG6HH7Y.mjs";
import {
  DEFAULT_TTL_SECONDS,
  parseRdataTokens,
  refuseFaults
} from "./chunk-VZY3EUGB.mjs";
import {
  recordKey
} from "./chunk-CMFDKYYC.mjs";
import {
  TTL_MAX_SECONDS
} from "./chunk-3E7Z2IDA.mjs";
import {
  RECORD_TYPES,
  isRecordType
} from "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import {
  absoluteName,
  isWithin
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/core/dns/zonefile/generate-template.ts
var ITERATOR_MAX = 2 ** 31 - 1;
var MODIFIER = /\{(-?\d{1,10})(?:,(\d{1,3})(?:,([doxXnN]))?)?\}/y;
var RADIX = { d: 10, o: 8, x: 16, X: 16, n: 16, N: 16 };
function readRange(text) {
  const [, from, to, by = "1"] = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(text) ?? [];
  const range = { start: Number(from), stop: Number(to), step: Number(by) };
  return range.start <= range.stop && range.stop <= ITERATOR_MAX && range.step > 0 ? range : void 0;
}
function readTemplate(text) {
  const pieces = [];
  let literal = "";
  let offset = 0;
  for (let at2 = 0; at2 < text.length; at2++) {
    const char = text.charAt(at2);
    const next = text.charAt(at2 + 1);
    if (char === "\\") literal += char + text.charAt(++at2);
    else if (char !== "$") literal += char;
    else if (next === "$") literal += text.charAt(++at2);
    else {
      MODIFIER.lastIndex = at2 + 1;
      const modifier = next === "{" ? MODIFIER.exec(text) : [];
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
function readMode(text) {
  return text === "o" || text === "x" || text === "X" || text === "n" || text === "N" ? text : "d";
}
function shaped(value, { width, mode }) {
  if (mode === "n" || mode === "N") return inCase(nibbles(value, width), mode);
  const sign = mode === "d" && value < 0 ? "-" : "";
  const digits = (mode === "d" ? Math.abs(value) : value >>> 0).toString(RADIX[mode]);
  return sign + inCase(digits.padStart(width - sign.length, "0"), mode);
}
function nibbles(value, width) {
  const digits = Array.from((value >>> 0).toString(16)).reverse();
  let text = digits.join(".");
  while (text.length < width) text += text.length % 2 === 1 ? "." : "0";
  return text;
}
function inCase(text, mode) {
  return mode === "X" || mode === "N" ? text.toUpperCase() : text;
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
  constructor(text) {
    this.#text = text;
    if (text.startsWith("\uFEFF")) this.#at = this.#lineStart = 1;
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
    const text = this.#text;
    const start = this.#place();
    const startsBlank = isBlank(text.charCodeAt(this.#at));
    const tokens = [];
    let depth = 0;
    let opened = start;
    this.#fault = void 0;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
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
    const text = this.#text;
    const from = this.#at;
    let at2 = from;
    for (; at2 < text.length; at2++) {
      const code = text.charCodeAt(at2);
      if (code === BACKSLASH) {
        if (!isLineEnd(text.charCodeAt(at2 + 1))) at2++;
      } else if (ENDS_WORD[code] === 1) break;
    }
    this.#at = Math.min(at2, text.length);
    return { text: text.slice(from, this.#at), quoted: false, line: this.#line, column: from - this.#lineStart + 1 };
  }
  /** An escaped line end belongs to the string; a bare one ends it, and is a fault. */
  #quoted() {
    const text = this.#text;
    const place = this.#place();
    const from = this.#at + 1;
    for (let at2 = from; at2 < text.length; at2++) {
      const code = text.charCodeAt(at2);
      if (code === QUOTE) {
        this.#at = at2 + 1;
        return { text: text.slice(from, at2), quoted: true, ...place };
      }
      if (code === LF) {
        this.#at = at2;
        return this.#unclosedString(from, place);
      }
      if (code !== BACKSLASH) continue;
      at2++;
      if (text.charCodeAt(at2) === LF) this.#startLine(at2 + 1);
    }
    this.#at = text.length;
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
function startReading({ zone, faulty }) {
  return {
    zone,
    keepsFaulty: faulty === "keep",
    records: [],
    withoutTtl: /* @__PURE__ */ new Set(),
    lines: /* @__PURE__ */ new Map(),
    problems: [],
    notices: [],
    soa: void 0,
    origin: zone,
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
function addRecord(reading, record, place) {
  const key = recordKey(record);
  const before = reading.lines.get(key);
  if (before !== void 0) {
    addNotice(reading, place, `Repeats the ${record.type} record of line ${before}; read once.`);
    return;
  }
  reading.lines.set(key, place.line);
  reading.records.push(record);
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
  const owner = startsBlank ? inheritedOwner(reading, first) : writtenOwner(reading, first);
  takeRecord(reading, { owner, ownerPlace: first, ...readHead(startsBlank ? tokens : tokens.slice(1), entry) });
}
function readHead(tokens, entry) {
  let ttl;
  let hasClass = false;
  for (const [index, token] of tokens.entries()) {
    if (!hasClass && isClass(token)) hasClass = refuseOtherClasses(token);
    else if (ttl === void 0 && !token.quoted && looksLikeTtl(token.text)) ttl = readTtl(token);
    else return { place: token, type: readType(token), ttl, rdata: tokens.slice(index + 1) };
  }
  throw new ZoneFileFault("syntax", tokens.at(-1) ?? entry, "The line ends before it says a record type.");
}
function readTtl(token) {
  const seconds = token.quoted ? void 0 : readSeconds(token.text);
  if (seconds !== void 0 && seconds <= TTL_MAX_SECONDS) return seconds;
  throw new ZoneFileFault(
    "ttl",
    token,
    seconds === void 0 ? "A number stands where a TTL or a record type belongs, and is no TTL; the first word of a line is its owner name." : "The TTL is above 2147483647 seconds (RFC 2181 §8). BIND would take it for 0."
  );
}
function takeRecord(reading, line) {
  if (line.type === "SOA") return takeSoa(reading, line);
  const { owner: name, type, place } = line;
  const given = ttlOf(reading, line.ttl);
  const first = line.rdata[0] ?? place;
  const rdata = at(first, "rdata", () => parseRdataTokens(type, line.rdata, reading.origin));
  const record = { name, type, ttl: given ?? DEFAULT_TTL_SECONDS, ...rdata };
  if (!reading.keepsFaulty) refuseFaulty(reading, record, { owner: line.ownerPlace, rdata: first });
  const before = reading.records.length;
  addRecord(reading, record, place);
  if (given === void 0 && reading.records.length > before) reading.withoutTtl.add(record);
}
function writtenOwner(reading, token) {
  reading.owner = void 0;
  const { origin, zone } = reading;
  const owner = at(token, "owner", () => absoluteName(token.text, origin));
  reading.owner = owner;
  reading.originIsNew = false;
  refuseOutside(owner, zone, token);
  if (!reading.keepsFaulty) refuseDoubled(owner, reading, token);
  return owner;
}
function inheritedOwner(reading, place) {
  const { owner } = reading;
  if (owner === void 0) {
    throw new ZoneFileFault(
      "owner",
      place,
      "The line leaves its owner name out, and no line before it has one that could be read."
    );
  }
  if (reading.originIsNew) addNotice(reading, place, `The owner is still ${owner}: $ORIGIN does not change it.`);
  reading.originIsNew = false;
  refuseOutside(owner, reading.zone, place);
  return owner;
}
function refuseOutside(owner, zone, place) {
  if (isWithin(owner, zone)) return;
  throw new ZoneFileFault(
    "outside-zone",
    place,
    `${owner === "" ? "The root" : owner} is not inside ${zone}. Take the record out, or choose the zone it belongs to.`
  );
}
function refuseDoubled(owner, { zone, origin }, token) {
  if (origin !== zone || owner === zone || token.text.endsWith(".")) return;
  if (!isWithin(owner.slice(0, -zone.length - 1), zone)) return;
  throw new ZoneFileFault(
    "owner",
    token,
    `Without a final dot this name is ${owner}. Add the dot, or write the doubled name out with one.`
  );
}
function isClass({ text, quoted }) {
  return !quoted && CLASSES.test(text);
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
function refuseFaulty({ zone }, record, places) {
  try {
    refuseFaults(record, zone);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const code = error.field === "name" ? "owner" : "rdata";
    throw faultOf(error, code, places[code]);
  }
}
function takeSoa(reading, { owner, place, rdata, ttl }) {
  const data = at(rdata[0] ?? place, "soa", () => readSoa(rdata, reading.origin));
  if (owner !== reading.zone) throw new ZoneFileFault("soa", place, "An SOA stands at the apex and nowhere else.");
  if (reading.soa !== void 0 && !sameSoa(reading.soa, data)) {
    throw new ZoneFileFault("soa", place, "The zone has an SOA already, and this is another one. Keep one of them.");
  }
  addNotice(reading, place, "The SOA is passed over: VPS.org makes the zone's own.");
  const known = ttlOf(reading, ttl);
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
function expand(reading, { iterations, owner, head, rdata }) {
  const inherited = reading.owner;
  try {
    for (let iterator = iterations.start; iterator <= iterations.stop; iterator += iterations.step) {
      const name = { ...owner.token, text: fillTemplate(owner.template, iterator) };
      const text = fillTemplate(rdata.template, iterator);
      countGenerated(reading, name.text.length + text.length, owner.token);
      takeRecord(reading, {
        ...head,
        owner: writtenOwner(reading, name),
        ownerPlace: owner.token,
        rdata: tokensOf(text, rdata.token)
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
function tokensOf(text, { line, column }) {
  const lexer = new Lexer(text);
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
function parseZoneFile(text, options) {
  const reading = startReading(options);
  const lexer = new Lexer(text);
  for (let entry = lexer.next(); entry !== void 0; entry = lexer.next()) {
    readEntry(reading, entry);
    if (reading.problems.length >= PROBLEMS_MAX) {
      addProblem(reading, new ZoneFileFault("limit", entry, `Reading stopped after ${PROBLEMS_MAX} problems.`));
      break;
    }
  }
  const { records, withoutTtl, problems, notices, soa } = reading;
  return { records, withoutTtl, problems, notices, ...soa === void 0 ? {} : { soa } };
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
export {
  parseZoneFile
};
