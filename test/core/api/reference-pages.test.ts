// The vendor's own examples: what the reference pages show is sent, and understood, exactly so.
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { json, noContent } from "../../support/hostile-server.ts";
import { BASE, errorOf, HTTP_CLIENTS, TOKEN, useHostileServer } from "./open-api.ts";

const ZONE = { id: "abc123-def456-ghi789", domain: "example.com" };

async function fixture(name: string): Promise<unknown> {
  return parsed(await readFile(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));
}

function parsed(text: string): unknown {
  return JSON.parse(text);
}

describe.each(HTTP_CLIENTS)("the reference pages' examples, over %s", (_name, http) => {
  const { server, open } = useHostileServer(http);
  const sent = () => parsed(server().requests.at(-1)?.body ?? "null");

  it("sends the bearer token and asks for JSON", async () => {
    server().on(`GET ${BASE}/dns-zones/`, json(200, []));
    await open().api.zones.list();
    expect(server().requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      accept: "application/json",
    });
  });

  it("Z1 lists zones", async () => {
    server().on(`GET ${BASE}/dns-zones/`, json(200, await fixture("dns-zones_GET_200")));
    expect(await open().api.zones.list()).toEqual({
      items: [
        { id: "abc123-def456-ghi789", domain: "example.com", createdAt: "2024-01-15T10:30:00Z", recordCount: 12 },
        { id: "xyz789-uvw456-rst123", domain: "myapp.io", createdAt: "2024-06-20T14:15:00Z", recordCount: 8 },
      ],
      total: 2,
      incomplete: false,
    });
    expect(server().lines()).toEqual([`GET ${BASE}/dns-zones/`]);
  });

  it("Z1 finds one zone by its exact domain", async () => {
    server().on(`GET ${BASE}/dns-zones/`, json(200, await fixture("dns-zones_GET_200")));
    const { items, total } = await open().api.zones.list({ domain: "myapp.io" });
    expect({ ids: items.map(({ id }) => id), total }).toEqual({ ids: ["xyz789-uvw456-rst123"], total: 1 });
    expect(server().lines()).toEqual([`GET ${BASE}/dns-zones/?domain=myapp.io`]);
  });

  it("Z2 reads a zone with its records; where it counts more than it gives, R1 is asked", async () => {
    server().on(`GET ${BASE}/dns-zones/${ZONE.id}/`, json(200, await fixture("dns-zones-id_GET_200")));
    server().on(`GET ${BASE}/dns-zones/${ZONE.id}/records/`, json(200, await fixture("dns-zones-id-records_GET_200")));
    const { zone, records } = await open().api.zones.get(ZONE.id);
    expect(zone).toEqual({ ...ZONE, createdAt: "2024-01-15T10:30:00Z", recordCount: 5 });
    expect(records.map(({ id }) => id)).toEqual(["rec-001", "rec-002"]);
    expect(server().lines()).toEqual([
      `GET ${BASE}/dns-zones/${ZONE.id}/`,
      `GET ${BASE}/dns-zones/${ZONE.id}/records/`,
    ]);
  });

  it("Z3 creates a zone", async () => {
    server().on(`POST ${BASE}/dns-zones/`, json(201, await fixture("dns-zones_POST_201")));
    expect(await open().api.zones.create("newdomain.com")).toEqual({
      id: "new-zone-uuid",
      domain: "newdomain.com",
      createdAt: "2026-01-18T16:45:00Z",
      recordCount: 0,
    });
    expect(sent()).toEqual(await fixture("dns-zones_POST_request"));
    expect(server().requests[0]?.headers["content-type"]).toBe("application/json");
  });

  it("Z4 and R7 and D5 delete with no body", async () => {
    const { api } = open();
    server().on(`DELETE ${BASE}/dns-zones/${ZONE.id}/`, noContent);
    server().on(`DELETE ${BASE}/dns-records/rec-001/`, noContent);
    server().on(`DELETE ${BASE}/domains/101/`, noContent);
    await api.zones.delete(ZONE.id);
    await api.records.delete("rec-001");
    await api.domains.remove("101");
    expect(server().lines()).toEqual([
      `DELETE ${BASE}/dns-zones/${ZONE.id}/`,
      `DELETE ${BASE}/dns-records/rec-001/`,
      `DELETE ${BASE}/domains/101/`,
    ]);
    expect(server().requests.map(({ body }) => body)).toEqual(["", "", ""]);
  });

  it("R1 lists the records of a zone", async () => {
    server().on(`GET ${BASE}/dns-zones/${ZONE.id}/records/`, json(200, await fixture("dns-zones-id-records_GET_200")));
    const address = { name: "example.com", type: "A", value: "192.0.2.1", ttl: 3600 };
    const mail = { name: "example.com", type: "MX", value: "mail.example.com", ttl: 3600, priority: 10 };
    expect((await open().api.records.listInZone(ZONE)).items).toEqual([
      { id: "rec-001", zone: ZONE, ...address, createdAt: "2024-01-15T10:30:00Z", record: address },
      { id: "rec-002", zone: ZONE, ...mail, createdAt: "2024-01-15T10:32:00Z", record: mail },
    ]);
  });

  it("R2 creates a record, its name relative, its value plain", async () => {
    const request = await fixture("dns-zones-id-records_POST_request");
    server().on(
      `POST ${BASE}/dns-zones/${ZONE.id}/records/`,
      json(201, { ...(typeof request === "object" ? request : {}), uuid: "rec-003", priority: null }),
    );
    const content = { name: "www.example.com", type: "A", value: "192.0.2.1", ttl: 3600 } as const;
    expect(await open().api.records.create(ZONE, content)).toEqual({
      id: "rec-003",
      zone: ZONE,
      ...content,
      record: content,
    });
    expect(sent()).toEqual(request);
  });

  it("R6 sends only what is changed", async () => {
    const record = { uuid: "rec-001", record_type: "A", name: "@", value: "192.0.2.1", ttl: 1800, priority: null };
    server().on(`PATCH ${BASE}/dns-records/rec-001/`, json(200, record));
    expect(await open().api.records.update(ZONE, "rec-001", { type: "A", ttl: 1800 })).toMatchObject({ ttl: 1800 });
    expect(sent()).toEqual(await fixture("dns-records-id_PATCH_request"));
  });

  it("tells the example error with the field it blames", async () => {
    server().on(`POST ${BASE}/dns-zones/${ZONE.id}/records/`, json(400, await fixture("error_400")));
    const content = { name: "example.com", type: "MX", value: "mail.example.com", ttl: 3600 } as const;
    expect(await errorOf(open().api.records.create(ZONE, content))).toMatchObject({
      code: "rejected",
      status: 400,
      field: "priority",
      message: 'The API would not create the record (400). It says: "MX records require a priority value".',
    });
  });

  it("D1 lists domains, asks for the one that is counted and not given, and says what is missing", async () => {
    const page = await fixture("domains_GET_200");
    server().on(`GET ${BASE}/domains/`, json(200, page), json(404, { detail: "Invalid page." }));
    const { items, total, incomplete } = await open().api.domains.list({ status: "active", search: "a" });
    expect({ total, incomplete }).toEqual({ total: 3, incomplete: true });
    expect(items).toEqual([
      {
        id: "101",
        domain: "example.com",
        status: "active",
        registeredAt: "2023-01-15T10:30:00Z",
        expiresAt: "2026-01-15T10:30:00Z",
        autoRenew: true,
        locked: true,
        nameservers: ["ns1.vps.org", "ns2.vps.org"],
        privacyProtection: true,
        dnsManagedBy: "vps.org",
      },
      expect.objectContaining({ id: "102", domain: "myapp.io", locked: false, dnsManagedBy: "external" }),
    ]);
    expect(server().lines()).toEqual([
      `GET ${BASE}/domains/?status=active&search=a`,
      `GET ${BASE}/domains/?status=active&search=a&page=2`,
    ]);
  });

  it("D2 registers a domain and tells the server's own total", async () => {
    server().on(`POST ${BASE}/domains/`, json(201, await fixture("domains_POST_201")));
    const order = { domain: "mynewdomain.com", years: 2, autoRenew: true, privacyProtection: true };
    expect(await open().api.domains.register(order)).toMatchObject({
      id: "103",
      domain: "mynewdomain.com",
      status: "pending",
      totalCost: 24.98,
      message: "Domain registration initiated. Processing may take 5-10 minutes.",
    });
    expect(sent()).toEqual(await fixture("domains_POST_request"));
  });

  it("D3 reads a domain", async () => {
    server().on(`GET ${BASE}/domains/101/`, json(200, await fixture("domains-id_GET_200")));
    expect(await open().api.domains.get("101")).toMatchObject({
      id: "101",
      registrar: "VPS.org",
      daysUntilExpiration: 730,
      dnsRecordsCount: 12,
      whois: {
        registrant: "Privacy Protected",
        admin_contact: "Privacy Protected",
        tech_contact: "Privacy Protected",
        created_date: "2023-01-15",
        updated_date: "2025-12-20",
      },
    });
  });

  it("D4 updates a domain's settings", async () => {
    server().on(`PUT ${BASE}/domains/101/`, json(200, await fixture("domains-id_PUT_200")));
    const nameservers = ["ns1.cloudflare.com", "ns2.cloudflare.com"];
    expect(await open().api.domains.update("101", { autoRenew: false, nameservers })).toEqual({
      id: "101",
      domain: "example.com",
      status: "active",
      autoRenew: false,
      nameservers,
      privacyProtection: true,
      locked: true,
      message: "Domain settings updated successfully. Nameserver changes may take up to 24 hours to propagate.",
    });
    expect(sent()).toEqual(await fixture("domains-id_PUT_request"));
  });

  it("D6 starts a transfer", async () => {
    server().on(`POST ${BASE}/domains/101/transfer/`, json(200, await fixture("domains-id-transfer_POST_200")));
    expect(await open().api.domains.transfer("101", { authCode: "Xy9Kl2Mn#4pQ", autoRenew: true })).toMatchObject({
      id: "101",
      domain: "example.com",
      status: "pending",
      initiatedAt: "2026-01-16T16:30:00Z",
      estimatedCompletion: "2026-01-23T16:30:00Z",
      nextSteps: [
        "Check email for transfer authorization request",
        "Approve transfer with current registrar",
        "Wait for transfer to complete (5-7 days)",
        "Domain will be automatically renewed for 1 year upon completion",
      ],
    });
    expect(sent()).toEqual(await fixture("domains-id-transfer_POST_request"));
  });

  it("reads who the token belongs to, and bears a server that has no such page", async () => {
    server().on(
      `GET ${BASE}/account/me/`,
      json(200, { account: { email: "a@example.com", plan: 7 }, token: { name: "ci", permissions: ["dns:list"] } }),
      json(404, { detail: "Not found." }),
    );
    const { api } = open();
    expect(await api.account.get()).toEqual({ email: "a@example.com", tokenName: "ci", permissions: ["dns:list"] });
    expect(await api.account.get()).toBeUndefined();
  });
});
