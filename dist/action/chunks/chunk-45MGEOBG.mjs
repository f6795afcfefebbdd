import {
  formatIpv6,
  ipv4Octets,
  ipv6Groups,
  isHostName
} from "./chunk-2C77CGXU.mjs";
import {
  absoluteName
} from "./chunk-2GJFCLDB.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/wire/server-name.ts
var DNS_PORT = 53;
var PORT_MAX = 65535;
var PUBLIC_RESOLVERS = ["1.1.1.1", "8.8.8.8", "9.9.9.9"];
function parseServerName(text, field) {
  const given = text.trim();
  const bare = ipv6Groups(given);
  if (bare !== void 0) return { host: formatIpv6(bare), port: DNS_PORT };
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(given) ?? [];
  const host = bracketed === void 0 ? hostOf(plain) : addressOf(bracketed);
  const number = port === void 0 ? DNS_PORT : Number(port);
  if (host !== void 0 && number > 0 && number <= PORT_MAX) return { host, port: number };
  throw new InputError("invalid_input", `--${field} takes a name server as HOST or HOST:PORT.`, {
    field,
    hint: "Give an address or a host name, such as 192.0.2.53, ns1.example.net:5353 or [2001:db8::53]:53."
  });
}
function serverNameText({ host, port }) {
  if (port === DNS_PORT) return host;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
function isAddress(host) {
  return ipv4Octets(host) !== void 0 || ipv6Groups(host) !== void 0;
}
function addressOf(text) {
  const groups = ipv6Groups(text);
  return groups === void 0 ? void 0 : formatIpv6(groups);
}
function hostOf(text) {
  if (text === void 0) return void 0;
  if (ipv4Octets(text) !== void 0) return text;
  if (/^[\d.]*$/.test(text)) return void 0;
  try {
    const name = absoluteName(text, "");
    return name !== "" && isHostName(name) ? name : void 0;
  } catch (error) {
    if (error instanceof InputError) return void 0;
    throw error;
  }
}

export {
  PUBLIC_RESOLVERS,
  parseServerName,
  serverNameText,
  isAddress
};
