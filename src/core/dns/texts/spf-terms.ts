// SPF records taken apart: terms, what they ask for, and what is wrong with their spelling (RFC 7208 §4.6, §12).
import { ipv4Octets, ipv6Groups } from "../rdata/address.ts";
import type { DnsRecord } from "../record.ts";

/** `syntax`: no term that SPF knows; `address`: no address of its kind. */
export type SpfFault = "syntax" | "address";

/** A mechanism or modifier. */
export interface SpfTerm {
  /** From 1, as people count. */
  readonly position: number;
  /** Lower case; zone data, never for a message. */
  readonly text: string;
  /** Of a mechanism; a modifier has none. */
  readonly qualifier?: string;
  /** Lower case, without its qualifier. */
  readonly name: string;
  /** What follows `:` or `=`, an a or mx term's prefix lengths taken off. */
  readonly argument?: string;
  readonly fault?: SpfFault;
}

/** A record and its terms, in the order written. */
export interface SpfRecord {
  readonly record: DnsRecord;
  readonly terms: readonly SpfTerm[];
}

/** §4.5: the version, then a space or the end; ABNF has it in any case. */
export function isSpf({ value }: Pick<DnsRecord, "value">): boolean {
  return /^v=spf1(?: |$)/i.test(value);
}

/** The terms of a text that isSpf takes; broken ones are told in `fault`. */
export function parseSpf(record: DnsRecord): SpfRecord {
  const written = record.value
    .slice("v=spf1".length)
    .split(" ")
    .filter((text) => text !== "");
  return {
    record,
    terms: written.map((text, at) => ({ position: at + 1, text: text.toLowerCase(), ...readTerm(text) })),
  };
}

/** What an evaluation can reach: nothing behind `all` ever is (§5.1), and no `redirect` where there is one (§6.1). */
export function reachableTerms({ terms }: SpfRecord): readonly SpfTerm[] {
  const all = terms.findIndex(isAll);
  return all === -1 ? terms : terms.slice(0, all + 1).filter(({ name }) => name !== "redirect");
}

/** Whether a term is the mechanism `all`, whatever its sign. */
export function isAll({ name, qualifier }: SpfTerm): boolean {
  return name === "all" && qualifier !== undefined;
}

function readTerm(text: string): Omit<SpfTerm, "position" | "text"> {
  const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(text);
  if (modifier !== null) return readModifier((modifier[1] ?? "").toLowerCase(), modifier[2] ?? "");
  const [, qualifier, word = "", argument] = /^([-+~?]?)([a-z][a-z0-9]*)([:/].*)?$/i.exec(text) ?? [];
  if (qualifier === undefined) return { name: "", fault: "syntax" };
  return { qualifier: qualifier === "" ? "+" : qualifier, ...readMechanism(word.toLowerCase(), argument ?? "") };
}

function readModifier(name: string, argument: string): Omit<SpfTerm, "position" | "text"> {
  const known = name === "redirect" || name === "exp";
  const isRight = known ? isDomainSpec(argument) : MACRO_STRING.test(argument);
  return { name, argument, ...(isRight ? {} : { fault: "syntax" as const }) };
}

type Argument = Pick<SpfTerm, "argument" | "fault">;

const MECHANISMS: Readonly<Record<string, (argument: string) => Argument>> = {
  all: (argument) => (argument === "" ? {} : { fault: "syntax" }),
  include: domainArgument,
  exists: domainArgument,
  ptr: (argument) => (argument === "" ? {} : domainArgument(argument)),
  a: hostArgument,
  mx: hostArgument,
  ip4: (argument) => addressArgument(argument, (text) => ipv4Octets(text) !== undefined, 32),
  ip6: (argument) => addressArgument(argument, (text) => ipv6Groups(text) !== undefined, 128),
};

function readMechanism(name: string, argument: string): Omit<SpfTerm, "position" | "text" | "qualifier"> {
  const read = Object.hasOwn(MECHANISMS, name) ? MECHANISMS[name] : undefined;
  return read === undefined ? { name, fault: "syntax" } : { name, ...read(argument) };
}

function domainArgument(argument: string): Argument {
  const domain = argument.slice(1);
  return argument.startsWith(":") && isDomainSpec(domain) ? { argument: domain } : { fault: "syntax" };
}

/** `[":" domain-spec] [ip4-cidr-length] ["/" ip6-cidr-length]` (§5.3, §5.4). */
function hostArgument(argument: string): Argument {
  const [, domain = "", four = "0", six = "0"] = /^(.*?)(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/.exec(argument) ?? [];
  if (!isPrefixLength(four, 32) || !isPrefixLength(six, 128)) return { fault: "syntax" };
  return domain === "" ? {} : domainArgument(domain);
}

function addressArgument(argument: string, isAddress: (text: string) => boolean, bits: number): Argument {
  const [, address = "", length = String(bits)] = /^:([^/]*)(?:\/(\d{1,3}))?$/.exec(argument) ?? [];
  return isAddress(address) && isPrefixLength(length, bits) ? {} : { fault: "address" };
}

function isPrefixLength(text: string, bits: number): boolean {
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= bits;
}

const MACRO_STRING = /^(?:%\{[slodiphcrtv]\d{0,3}r?[-.+,/_=]*\}|%[%_-]|[\x21-\x24\x26-\x7e])*$/i;
/** The end of a domain-spec: a top label, which is never all digits, or a macro (§7.1). */
const DOMAIN_END = /(?:\.[a-z0-9]*[a-z-][a-z0-9-]*\.?|%\{[^{}]*\})$/i;

function isDomainSpec(text: string): boolean {
  return MACRO_STRING.test(text) && DOMAIN_END.test(text);
}
