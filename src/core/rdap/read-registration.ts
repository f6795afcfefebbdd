// What a server says of a registered domain (RFC 9083 §5.3): its registrar and when it expires. Everything in it was
// written by others and may be missing or odd.
import * as z from "zod/mini";
import { untrustedText } from "../api/untrusted-text.ts";

const NAME_MAX_LENGTH = 120;

// A jCard (RFC 7095): ["vcard", [["fn", {}, "text", "Example Registrar"], …]].
const property = z.tuple([z.string(), z.unknown(), z.unknown(), z.unknown()], z.unknown());
const jCard = z.tuple([z.literal("vcard"), z.array(property)]);
const entity = z.looseObject({
  roles: z.catch(z.array(z.string()), []),
  vcardArray: z.catch(z.optional(jCard), undefined),
});
const event = z.looseObject({ eventAction: z.string(), eventDate: z.string() });
const domainObject = z.looseObject({
  objectClassName: z.literal("domain"),
  ldhName: z.catch(z.optional(z.string()), undefined),
  entities: z.catch(z.array(z.unknown()), []),
  events: z.catch(z.array(z.unknown()), []),
});

/** What is told of a registration. */
export interface Registration {
  readonly registrar?: string;
  /** ISO 8601, UTC. */
  readonly expiresAt?: string;
}

/** The registration of `domain` (canonical) that a body tells; undefined where it is no such answer. */
export function readRegistration(body: unknown, domain: string): Registration | undefined {
  const parsed = domainObject.safeParse(body);
  if (!parsed.success) return undefined;
  const { ldhName, entities, events } = parsed.data;
  if (ldhName !== undefined && ldhName.toLowerCase().replace(/\.$/, "") !== domain) return undefined;
  const registrar = entities.map(registrarName).find((name) => name !== undefined);
  const expiresAt = events.map(expiry).find((date) => date !== undefined);
  return {
    ...(registrar === undefined ? {} : { registrar }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

function registrarName(value: unknown): string | undefined {
  const { data } = entity.safeParse(value);
  if (data?.vcardArray === undefined || !data.roles.includes("registrar")) return undefined;
  const [, properties] = data.vcardArray;
  const name = ["fn", "org"]
    .map((wanted) => properties.find(([called]) => called === wanted)?.[3])
    .find((text) => typeof text === "string" && text.trim() !== "");
  return typeof name === "string" ? untrustedText(name, [], NAME_MAX_LENGTH) : undefined;
}

function expiry(value: unknown): string | undefined {
  const { data } = event.safeParse(value);
  if (data?.eventAction !== "expiration") return undefined;
  const time = Date.parse(data.eventDate);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
