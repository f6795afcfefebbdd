// One entry of a master file that is a record: [owner] [TTL] [class] type rdata (RFC 1035 §5.1).
import { InputError } from "../../errors.ts";
import { absoluteName, isWithin } from "../name.ts";
import { DEFAULT_TTL_SECONDS, refuseFaults } from "../parse-record.ts";
import { parseRdataTokens } from "../rdata.ts";
import type { DnsRecord } from "../record.ts";
import { isRecordType, RECORD_TYPES, type RecordType } from "../record-types.ts";
import { TTL_MAX_SECONDS } from "../ttl.ts";
import type { Entry, Place, Token } from "./lexer.ts";
import { addNotice, addRecord, at, faultOf, type Reading, ZoneFileFault } from "./reading.ts";
import { readSoa, sameSoa } from "./soa.ts";
import { looksLikeTtl, readSeconds } from "./ttl-units.ts";
import { isTypeMnemonic } from "./type-mnemonics.ts";

/** What stands between owner and rdata. */
export interface RecordHead {
  /** Where the type stands. */
  readonly place: Place;
  readonly type: RecordType | "SOA";
  /** Seconds; `undefined` when left out. */
  readonly ttl: number | undefined;
  readonly rdata: readonly Token[];
}

/** What a line makes a record of. */
export interface RecordLine extends RecordHead {
  readonly owner: string;
  /** Where the owner stands, or the line's first word where it is left out. */
  readonly ownerPlace: Place;
}

const CLASSES = /^(?:IN|CH|CHAOS|HS|HESIOD|ANY|NONE|CLASS\d{1,5})$/i;
const CLASS_IN = /^(?:IN|CLASS0*1)$/i;

/** @throws ZoneFileFault */
export function readRecordEntry(reading: Reading, entry: Entry): void {
  const { startsBlank, tokens } = entry;
  const [first] = tokens;
  if (first === undefined) return;
  const owner = startsBlank ? inheritedOwner(reading, first) : writtenOwner(reading, first);
  takeRecord(reading, { owner, ownerPlace: first, ...readHead(startsBlank ? tokens : tokens.slice(1), entry) });
}

/**
 * Takes TTL and class, in either order, and the type off the tokens.
 * @throws ZoneFileFault
 */
export function readHead(tokens: readonly Token[], entry: Place): RecordHead {
  let ttl: number | undefined;
  let hasClass = false;
  for (const [index, token] of tokens.entries()) {
    if (!hasClass && isClass(token)) hasClass = refuseOtherClasses(token);
    else if (ttl === undefined && !token.quoted && looksLikeTtl(token.text)) ttl = readTtl(token);
    else return { place: token, type: readType(token), ttl, rdata: tokens.slice(index + 1) };
  }
  throw new ZoneFileFault("syntax", tokens.at(-1) ?? entry, "The line ends before it says a record type.");
}

/**
 * A TTL as written.
 * @throws ZoneFileFault
 */
export function readTtl(token: Token): number {
  const seconds = token.quoted ? undefined : readSeconds(token.text);
  if (seconds !== undefined && seconds <= TTL_MAX_SECONDS) return seconds;
  throw new ZoneFileFault(
    "ttl",
    token,
    seconds === undefined
      ? "A number stands where a TTL or a record type belongs, and is no TTL; the first word of a line is its owner name."
      : "The TTL is above 2147483647 seconds (RFC 2181 §8). BIND would take it for 0.",
  );
}

/**
 * The record of a line, or its SOA, goes into the reading.
 * @throws ZoneFileFault
 */
export function takeRecord(reading: Reading, line: RecordLine): void {
  if (line.type === "SOA") return takeSoa(reading, line);
  const { owner: name, type, place } = line;
  const given = ttlOf(reading, line.ttl);
  const first = line.rdata[0] ?? place;
  const rdata = at(first, "rdata", () => parseRdataTokens(type, line.rdata, reading.origin));
  const record: DnsRecord = { name, type, ttl: given ?? DEFAULT_TTL_SECONDS, ...rdata };
  if (!reading.keepsFaulty) refuseFaulty(reading, record, { owner: line.ownerPlace, rdata: first });
  const before = reading.records.length;
  addRecord(reading, record, place);
  if (given === undefined && reading.records.length > before) reading.withoutTtl.add(record);
}

/**
 * An owner name as written, and the owner of the lines that follow without one.
 * @throws ZoneFileFault
 */
export function writtenOwner(reading: Reading, token: Token): string {
  reading.owner = undefined;
  const { origin, zone } = reading;
  const owner = at(token, "owner", () => absoluteName(token.text, origin));
  reading.owner = owner;
  reading.originIsNew = false;
  refuseOutside(owner, zone, token);
  if (!reading.keepsFaulty) refuseDoubled(owner, reading, token);
  return owner;
}

function inheritedOwner(reading: Reading, place: Place): string {
  const { owner } = reading;
  if (owner === undefined) {
    throw new ZoneFileFault(
      "owner",
      place,
      "The line leaves its owner name out, and no line before it has one that could be read.",
    );
  }
  if (reading.originIsNew) addNotice(reading, place, `The owner is still ${owner}: $ORIGIN does not change it.`);
  reading.originIsNew = false;
  refuseOutside(owner, reading.zone, place);
  return owner;
}

function refuseOutside(owner: string, zone: string, place: Place): void {
  if (isWithin(owner, zone)) return;
  throw new ZoneFileFault(
    "outside-zone",
    place,
    `${owner === "" ? "The root" : owner} is not inside ${zone}. Take the record out, or choose the zone it belongs to.`,
  );
}

/** `www.example.com` in `example.com`, the dot forgotten: legal, and hardly ever meant. */
function refuseDoubled(owner: string, { zone, origin }: Reading, token: Token): void {
  if (origin !== zone || owner === zone || token.text.endsWith(".")) return;
  if (!isWithin(owner.slice(0, -zone.length - 1), zone)) return;
  throw new ZoneFileFault(
    "owner",
    token,
    `Without a final dot this name is ${owner}. Add the dot, or write the doubled name out with one.`,
  );
}

function isClass({ text, quoted }: Token): boolean {
  return !quoted && CLASSES.test(text);
}

function refuseOtherClasses(token: Token): true {
  if (CLASS_IN.test(token.text)) return true;
  throw new ZoneFileFault("class", token, "The class is not IN. The API has records of class IN only.");
}

function readType(token: Token): RecordType | "SOA" {
  const word = token.quoted ? "" : token.text.toUpperCase();
  if (isRecordType(word) || word === "SOA") return word;
  const taken = RECORD_TYPES.join(", ");
  throw isTypeMnemonic(word)
    ? new ZoneFileFault("unsupported-type", token, `The API does not take ${word} records. It takes ${taken}.`)
    : new ZoneFileFault(
        "syntax",
        token,
        `No record type stands where one belongs. A line is an owner name (white space for the one before), TTL, class and type; types are ${taken}.`,
      );
}

/** An explicit TTL, else `$TTL` (RFC 2308 §4), else the last explicit one (RFC 1035 §5.1). */
function ttlOf(reading: Reading, written: number | undefined): number | undefined {
  if (written !== undefined) reading.lastTtl = written;
  return written ?? reading.defaultTtl ?? reading.lastTtl;
}

function refuseFaulty({ zone }: Reading, record: DnsRecord, places: Readonly<Record<"owner" | "rdata", Place>>): void {
  try {
    refuseFaults(record, zone);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const code = error.field === "name" ? "owner" : "rdata";
    throw faultOf(error, code, places[code]);
  }
}

function takeSoa(reading: Reading, { owner, place, rdata, ttl }: RecordLine): void {
  const data = at(rdata[0] ?? place, "soa", () => readSoa(rdata, reading.origin));
  if (owner !== reading.zone) throw new ZoneFileFault("soa", place, "An SOA stands at the apex and nowhere else.");
  if (reading.soa !== undefined && !sameSoa(reading.soa, data)) {
    throw new ZoneFileFault("soa", place, "The zone has an SOA already, and this is another one. Keep one of them.");
  }
  addNotice(reading, place, "The SOA is passed over: VPS.org makes the zone's own.");
  const known = ttlOf(reading, ttl);
  // BIND 9: where nothing has given a TTL yet, the SOA's minimum is the default from here on (RFC 1035 §5.1).
  if (known === undefined) reading.defaultTtl = data.minimum;
  reading.soa ??= { ttl: known ?? data.minimum, ...data };
}
