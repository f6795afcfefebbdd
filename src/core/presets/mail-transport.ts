// Mail between servers: that it is encrypted, and who hears when it is not.
import { replacing } from "./manner.ts";
import { definePreset, type Preset } from "./preset.ts";
import { MAIL_ADDRESSES } from "./shapes.ts";

const mtaSts = definePreset({
  name: "mta-sts",
  title: "MTA-STS policy id",
  about:
    "Tells senders that the domain has a policy of encrypted mail, and by a new id that it has changed. The policy itself is a file at `https://mta-sts.DOMAIN/.well-known/mta-sts.txt`.",
  record: "`_mta-sts` TXT",
  manner: "replaces",
  stays: "It stays; every change of the policy file gives it a new id.",
  cleanup: false,
  keys: {
    id: {
      description: "up to 32 letters and digits, new with each policy: a date or a run's number",
      example: "20261121T120000",
      pattern: /^[A-Za-z0-9]{1,32}$/,
      prefix: /^v\s*=\s*STSv1\s*;\s*id\s*=\s*|\s*;$/gi,
    },
  },
  rrsets: (values) => [
    replacing(
      { name: "_mta-sts", type: "TXT" },
      { owns: (value) => /^v\s*=\s*STSv1\b/i.test(value), values: () => [`v=STSv1; id=${values.text("id")};`] },
    ),
  ],
});

const tlsRpt = definePreset({
  name: "tls-rpt",
  title: "TLS reports",
  about:
    "Asks senders to report each day where mail could not be sent to the domain encrypted. Mail addresses and https addresses both take reports.",
  record: "`_smtp._tls` TXT",
  manner: "replaces",
  stays: "It stays while reports are wanted.",
  cleanup: false,
  keys: {
    rua: {
      ...MAIL_ADDRESSES,
      description: "where reports go, mail or https addresses, one or several",
      example: "tls-reports@example.com",
      pattern: /^(?:[^\s@,;!:"]+@[^\s@,;!:"]+\.[^\s@,;!:"]+|https:\/\/[A-Za-z0-9.-]+\/[^\s,;!"]*)$/,
    },
  },
  rrsets: (values) => [
    replacing(
      { name: "_smtp._tls", type: "TXT" },
      {
        owns: (value) => /^v\s*=\s*TLSRPTv1\b/i.test(value),
        values: () => [`v=TLSRPTv1; rua=${values.all("rua").map(reportUri).join(",")}`],
      },
    ),
  ],
});

function reportUri(address: string): string {
  return address.startsWith("https://") ? address : `mailto:${address}`;
}

export const mailTransportPresets: readonly Preset[] = [mtaSts, tlsRpt];
