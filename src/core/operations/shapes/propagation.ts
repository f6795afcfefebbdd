// What name servers answered, as results show it: a row an address that was asked.
import * as z from "zod";

const serverRow = z.strictObject({
  server: z.string(),
  address: z.string(),
  kind: z.enum(["authoritative", "public"]),
  ok: z.boolean(),
  rcode: z.string().optional().describe("NODATA: the name has other types only"),
  aa: z.boolean().optional(),
  answers: z.array(z.string()),
  via: z.array(z.string()).optional().describe("CNAME targets followed"),
  ttl: z.number().optional(),
  serial: z.number().optional().describe("Of the SOA"),
  negative_ttl: z.number().optional().describe("Seconds a 'no' stays cached"),
  error: z.string().optional(),
  time_ms: z.number(),
});
export type ServerRow = z.output<typeof serverRow>;

export const propagationShape = z.strictObject({
  propagated: z.boolean(),
  servers: z.array(serverRow),
  note: z.string().optional().describe("What stands in the way of the whole zone"),
});
export type Propagation = z.output<typeof propagationShape>;

/** The output field of every operation that can wait. */
export const propagationField = {
  propagation: propagationShape.optional().describe("When it waited"),
};
