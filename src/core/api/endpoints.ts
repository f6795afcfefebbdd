// The API's endpoints as data: one row each, keyed by the contract's ids. How a row is sent is transport.ts.
import type { ErrorCode } from "../errors.ts";
import type { HttpRequest } from "./http.ts";

/** What an endpoint is about; decides what a 404, or a 400 that says "exists", means. */
export type Resource = "zone" | "record" | "domain";

/** One row: how it is asked, and what its refusals are about. */
export interface Endpoint {
  readonly method: HttpRequest["method"];
  /** Below the base URL; `{id}` stands for the escaped id. */
  readonly path: string;
  /** What was tried, as it reads after "to". */
  readonly doing: string;
  /** The permission it needs, where the pages name one or the vendor's scheme implies it. */
  readonly permission?: string;
  /** What is not there when it answers 404. */
  readonly finds?: Resource;
  /** What is already there when it answers 400 or 409 and says so. */
  readonly makes?: Resource;
}

/** Every endpoint that is ever asked. */
export const ENDPOINTS = {
  Z1: { method: "GET", path: "/dns-zones/", doing: "list the zones", permission: "dns:list" },
  Z2: { method: "GET", path: "/dns-zones/{id}/", doing: "read the zone", permission: "dns:list", finds: "zone" },
  Z3: { method: "POST", path: "/dns-zones/", doing: "create the zone", permission: "dns:create", makes: "zone" },
  Z4: { method: "DELETE", path: "/dns-zones/{id}/", doing: "delete the zone", permission: "dns:delete", finds: "zone" },
  R1: {
    method: "GET",
    path: "/dns-zones/{id}/records/",
    doing: "list the zone's records",
    permission: "dns:list",
    finds: "zone",
  },
  R2: {
    method: "POST",
    path: "/dns-zones/{id}/records/",
    doing: "create the record",
    permission: "dns:create",
    finds: "zone",
    makes: "record",
  },
  R3: { method: "GET", path: "/dns-records/", doing: "list the records", permission: "dns:list" },
  R4: { method: "GET", path: "/dns-records/{id}/", doing: "read the record", permission: "dns:list", finds: "record" },
  R5: {
    method: "PUT",
    path: "/dns-records/{id}/",
    doing: "replace the record",
    permission: "dns:update",
    finds: "record",
  },
  R6: {
    method: "PATCH",
    path: "/dns-records/{id}/",
    doing: "update the record",
    permission: "dns:update",
    finds: "record",
  },
  R7: {
    method: "DELETE",
    path: "/dns-records/{id}/",
    doing: "delete the record",
    permission: "dns:delete",
    finds: "record",
  },
  D1: { method: "GET", path: "/domains/", doing: "list the domains" },
  D2: { method: "POST", path: "/domains/", doing: "register the domain", makes: "domain" },
  D3: { method: "GET", path: "/domains/{id}/", doing: "read the domain", finds: "domain" },
  D4: { method: "PUT", path: "/domains/{id}/", doing: "update the domain", finds: "domain" },
  D5: { method: "DELETE", path: "/domains/{id}/", doing: "remove the domain", finds: "domain" },
  D6: { method: "POST", path: "/domains/{id}/transfer/", doing: "transfer the domain", finds: "domain" },
  ME: { method: "GET", path: "/account/me/", doing: "read the account" },
} as const satisfies Readonly<Record<string, Endpoint>>;

/** The code that says a resource is not there. */
export const NOT_FOUND: Readonly<Record<Resource, ErrorCode>> = {
  zone: "zone_not_found",
  record: "record_not_found",
  domain: "domain_not_found",
};

/** The code that says a resource is there already. */
export const EXISTS: Readonly<Record<Resource, ErrorCode>> = {
  zone: "zone_exists",
  record: "record_exists",
  domain: "domain_exists",
};
