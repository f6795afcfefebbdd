// How many records of one type named itself takes at a name: the checking tools do not know this limit.
import { describe, expect, it } from "vitest";
import { parseRecord } from "../../../../src/core/dns/parse-record.ts";
import { checkZone } from "../../../../src/core/dns/zone-rules.ts";
import { printZoneFile } from "../../../../src/core/dns/zonefile/print-zone-file.ts";
import { hasNamed, startNamed } from "../../../support/named.ts";

const zone = "example.com";

function zoneWith(count: number) {
  return Array.from({ length: count }, (_, at) =>
    parseRecord({ zone, name: "www", type: "A", value: `192.0.2.${at + 1}` }),
  );
}

async function loads(count: number): Promise<boolean> {
  const text = printZoneFile({ zone, records: zoneWith(count), nameservers: ["ns1.vps.org", "ns2.vps.org"] });
  const named = await startNamed([{ origin: zone, text }]).catch(() => undefined);
  await named?.close();
  return named !== undefined;
}

describe.runIf(hasNamed)("the number of records in an RRset beside named", () => {
  it.each([100, 101])("%i records", async (count) => {
    expect(checkZone({ zone, records: zoneWith(count) }).length === 0).toBe(await loads(count));
  });
});
