// Stands in for the JSON Schema validator that the SDK brings along (a third of its size), which this server never needs:
// arguments are parsed by the operations' own schemas. The build puts this file in place of the SDK's platform shim.
import type { ServerOptions } from "@modelcontextprotocol/server";

type Validator = NonNullable<ServerOptions["jsonSchemaValidator"]>;

/** What the SDK constructs when it is given none; it refuses to validate. */
export class DefaultJsonSchemaValidator implements Validator {
  getValidator(): never {
    throw new Error("This server validates no JSON Schema.");
  }
}

/** Given to every server: only answers to pushed questions of the 2025 era would be validated, and none are sent. */
export const noJsonSchemaValidator: Validator = new DefaultJsonSchemaValidator();

// The SDK asks its shim for it too. Importing node:process would read all that it has, 4 ms of every start.
export const { process } = globalThis;
