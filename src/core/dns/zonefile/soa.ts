// The SOA of a zone file: the API has none, so it is read for export and printed for BIND, and never becomes a record.
import { InputError } from "../../errors.ts";
import { absoluteName, targetForm, withFinalDot } from "../name.ts";
import { TTL_MAX_SECONDS } from "../ttl.ts";
import type { Token } from "./lexer.ts";
import { readSeconds } from "./ttl-units.ts";

/** RFC 1035 §3.3.13; names are canonical targets (see record.ts), times are seconds. */
export interface Soa {
  readonly ttl: number;
  readonly primary: string;
  /** The mailbox of who looks after the zone, spelled as a name. */
  readonly mailbox: string;
  readonly serial: number;
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  /** The negative TTL (RFC 2308 §4). */
  readonly minimum: number;
}

/** An SOA with all that its line says. */
export type SoaData = Omit<Soa, "ttl">;

const SERIAL_MAX = 2 ** 32 - 1;
const FIELDS = 7;

/**
 * The data of an SOA, names relative to `origin`.
 * @throws InputError
 */
export function readSoa(tokens: readonly Token[], origin: string): SoaData {
  const words = tokens.filter(({ quoted }) => !quoted).map(({ text }) => text);
  const [primary = "", mailbox = "", serial = "", ...timers] = words;
  if (words.length !== FIELDS || tokens.length !== FIELDS) {
    throw fault(`An SOA has ${FIELDS} fields: primary server, mailbox, serial, refresh, retry, expire, minimum.`);
  }
  const [refresh, retry, expire, minimum] = timers.map(readTimer);
  if (refresh === undefined || retry === undefined || expire === undefined || minimum === undefined) {
    throw fault("A timer of the SOA is no time from 0 to 2147483647 seconds.");
  }
  if (!/^\d{1,10}$/.test(serial) || Number(serial) > SERIAL_MAX) {
    throw fault("The serial of the SOA is no whole number from 0 to 4294967295.");
  }
  return {
    primary: targetForm(absoluteName(primary, origin)),
    mailbox: targetForm(absoluteName(mailbox, origin)),
    serial: Number(serial),
    refresh,
    retry,
    expire,
    minimum,
  };
}

/** The data as a master file has it, over several lines, each figure with its name. */
export function printSoa(soa: SoaData, indent: string): readonly string[] {
  const figures = [
    [soa.serial, "serial"],
    [soa.refresh, "refresh"],
    [soa.retry, "retry"],
    [soa.expire, "expire"],
    [soa.minimum, 'minimum: how long a "no" is remembered (RFC 2308)'],
  ] as const;
  return [
    `${withFinalDot(soa.primary)} ${withFinalDot(soa.mailbox)} (`,
    ...figures.map(([figure, name]) => `${indent}${String(figure).padEnd(10)} ; ${name}`),
    `${indent})`,
  ];
}

/** Whether two SOAs say the same; a zone transfer written to a file has its SOA first and last. */
export function sameSoa(a: SoaData, b: SoaData): boolean {
  return printSoa(a, "").join() === printSoa(b, "").join();
}

function readTimer(text: string): number | undefined {
  const seconds = readSeconds(text);
  return seconds !== undefined && seconds <= TTL_MAX_SECONDS ? seconds : undefined;
}

function fault(message: string): InputError {
  return new InputError("invalid_value", message, {
    hint: "Write it such as ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 300.",
  });
}
