import {
  VERSION
} from "./chunk-QCLMO5ZQ.mjs";
import {
  InputError
} from "./chunk-SRXP5WYM.mjs";

// src/core/api/call.ts
var ID_MAX_LENGTH = 200;
function callUrl(baseUrl, call) {
  if (call.page !== void 0) return call.page;
  const { path } = call.endpoint;
  const url = new URL(baseUrl + (path.includes("{id}") ? path.replace("{id}", escapeId(call.id)) : path));
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== void 0) url.searchParams.set(name, value);
  }
  return url;
}
function escapeId(id) {
  if (id === void 0 || /^\.{0,2}$/.test(id) || id.length > ID_MAX_LENGTH || new RegExp("\\p{Cs}", "u").test(id)) {
    throw new InputError("invalid_input", "That cannot be an id.", {
      hint: "Ids come from the lists; names are taken as well."
    });
  }
  return encodeURIComponent(id);
}

// src/core/api/endpoints.ts
var ENDPOINTS = {
  Z1: { method: "GET", path: "/dns-zones/", doing: "list the zones", permission: "dns:list" },
  Z2: { method: "GET", path: "/dns-zones/{id}/", doing: "read the zone", permission: "dns:list", finds: "zone" },
  Z3: { method: "POST", path: "/dns-zones/", doing: "create the zone", permission: "dns:create", makes: "zone" },
  Z4: { method: "DELETE", path: "/dns-zones/{id}/", doing: "delete the zone", permission: "dns:delete", finds: "zone" },
  R1: {
    method: "GET",
    path: "/dns-zones/{id}/records/",
    doing: "list the zone's records",
    permission: "dns:list",
    finds: "zone"
  },
  R2: {
    method: "POST",
    path: "/dns-zones/{id}/records/",
    doing: "create the record",
    permission: "dns:create",
    finds: "zone",
    makes: "record"
  },
  R3: { method: "GET", path: "/dns-records/", doing: "list the records", permission: "dns:list" },
  R4: { method: "GET", path: "/dns-records/{id}/", doing: "read the record", permission: "dns:list", finds: "record" },
  R5: {
    method: "PUT",
    path: "/dns-records/{id}/",
    doing: "replace the record",
    permission: "dns:update",
    finds: "record"
  },
  R6: {
    method: "PATCH",
    path: "/dns-records/{id}/",
    doing: "update the record",
    permission: "dns:update",
    finds: "record"
  },
  R7: {
    method: "DELETE",
    path: "/dns-records/{id}/",
    doing: "delete the record",
    permission: "dns:delete",
    finds: "record"
  },
  D1: { method: "GET", path: "/domains/", doing: "list the domains" },
  D2: { method: "POST", path: "/domains/", doing: "register the domain", makes: "domain" },
  D3: { method: "GET", path: "/domains/{id}/", doing: "read the domain", finds: "domain" },
  D4: { method: "PUT", path: "/domains/{id}/", doing: "update the domain", finds: "domain" },
  D5: { method: "DELETE", path: "/domains/{id}/", doing: "remove the domain", finds: "domain" },
  D6: { method: "POST", path: "/domains/{id}/transfer/", doing: "transfer the domain", finds: "domain" },
  ME: { method: "GET", path: "/account/me/", doing: "read the account" }
};
var NOT_FOUND = {
  zone: "zone_not_found",
  record: "record_not_found",
  domain: "domain_not_found"
};
var EXISTS = {
  zone: "zone_exists",
  record: "record_exists",
  domain: "domain_exists"
};

// src/core/api/headers.ts
function headersOf(call, token) {
  return {
    authorization: `Bearer ${token}`,
    accept: "application/json",
    // Not compressed: the bound on a body is then a bound on memory.
    "accept-encoding": "identity",
    "user-agent": `vps-dns/${VERSION}`,
    ...call.body === void 0 ? {} : { "content-type": "application/json" }
  };
}

export {
  callUrl,
  ENDPOINTS,
  NOT_FOUND,
  EXISTS,
  headersOf
};
