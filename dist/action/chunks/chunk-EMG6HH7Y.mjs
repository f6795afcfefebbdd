import {
  TTL_MAX_SECONDS
} from "./chunk-3E7Z2IDA.mjs";
import {
  absoluteName,
  targetForm,
  withFinalDot
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/dns/zonefile/ttl-units.ts
var UNITS = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };
var TEXT_MAX_LENGTH = 63;
var IN_UNITS = /^(?:\d{1,10}[wdhms])+$/i;
function looksLikeTtl(text) {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57;
}
function readSeconds(text) {
  if (text.length > TEXT_MAX_LENGTH) return void 0;
  if (/^\d+$/.test(text)) return Number(text);
  if (!IN_UNITS.test(text)) return void 0;
  let seconds = 0;
  for (const [, number, unit = ""] of text.toLowerCase().matchAll(/(\d+)([wdhms])/g)) {
    seconds += Number(number) * (UNITS[unit] ?? 0);
  }
  return seconds;
}

// src/core/dns/zonefile/soa.ts
var SERIAL_MAX = 2 ** 32 - 1;
var FIELDS = 7;
function readSoa(tokens, origin) {
  const words = tokens.filter(({ quoted }) => !quoted).map(({ text }) => text);
  const [primary = "", mailbox = "", serial = "", ...timers] = words;
  if (words.length !== FIELDS || tokens.length !== FIELDS) {
    throw fault(`An SOA has ${FIELDS} fields: primary server, mailbox, serial, refresh, retry, expire, minimum.`);
  }
  const [refresh, retry, expire, minimum] = timers.map(readTimer);
  if (refresh === void 0 || retry === void 0 || expire === void 0 || minimum === void 0) {
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
    minimum
  };
}
function printSoa(soa, indent) {
  const figures = [
    [soa.serial, "serial"],
    [soa.refresh, "refresh"],
    [soa.retry, "retry"],
    [soa.expire, "expire"],
    [soa.minimum, 'minimum: how long a "no" is remembered (RFC 2308)']
  ];
  return [
    `${withFinalDot(soa.primary)} ${withFinalDot(soa.mailbox)} (`,
    ...figures.map(([figure, name]) => `${indent}${String(figure).padEnd(10)} ; ${name}`),
    `${indent})`
  ];
}
function sameSoa(a, b) {
  return printSoa(a, "").join() === printSoa(b, "").join();
}
function readTimer(text) {
  const seconds = readSeconds(text);
  return seconds !== void 0 && seconds <= TTL_MAX_SECONDS ? seconds : void 0;
}
function fault(message) {
  return new InputError("invalid_value", message, {
    hint: "Write it such as ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 300."
  });
}

export {
  looksLikeTtl,
  readSeconds,
  readSoa,
  printSoa,
  sameSoa
};
