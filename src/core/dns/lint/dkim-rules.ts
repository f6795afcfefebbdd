// DKIM keys (RFC 6376 §3.6.1, RFC 8301, RFC 8463) at SELECTOR._domainkey.
import { type TagList, tagValue } from "../texts/tag-list.ts";
import { isKeyName, keyOctets, keyTags, keyText, keyType, rsaBits } from "./dkim-keys.ts";
import { at, type LintRule } from "./rule.ts";

/** What an estimated length may be off by, and more: sizes in use are 256 bits or more apart. */
const SLACK_BITS = 64;
const [LEAST_BITS, GOOD_BITS] = [1024 - SLACK_BITS, 2048 - SLACK_BITS];

const key = (octets: number) => "A".repeat(Math.ceil((octets * 4) / 3));
const RSA_2048 = `"v=DKIM1; k=rsa; p=MIIBIjAN${key(120)}" "${key(168)}"`;

export const dkimRules: readonly LintRule[] = [
  {
    id: "dkim-misplaced",
    severity: "error",
    source: "RFC 6376 §3.6.2.1",
    why: "A DKIM key stands at a name that is not SELECTOR._domainkey, where no verifier looks for it.",
    fix: "Move it to its selector followed by ._domainkey.",
    firing: [`mail TXT ${RSA_2048}`],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    check: ({ texts }) => texts.filter(({ name, value }) => /^v\s*=\s*DKIM1\b/.test(value) && !isKeyName(name)).map(at),
  },
  {
    id: "dkim-several",
    severity: "error",
    source: "RFC 6376 §3.6.2.2",
    why: "There is more than one DKIM key at this selector, so what verifiers do is left open.",
    fix: "Give each key a selector of its own.",
    firing: [`mail._domainkey TXT ${RSA_2048}`, `mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    silent: [`mail._domainkey TXT ${RSA_2048}`, `mail2._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    check: (index) =>
      index
        .ofType("TXT")
        .filter(({ name, records }) => isKeyName(name) && records.filter((one) => keyTags(one)).length > 1)
        .map(at),
  },
  {
    id: "dkim-no-key",
    severity: "error",
    source: "RFC 6376 §3.6.1",
    why: "The text at this selector has no p tag, so it is no DKIM key and every signature of it fails.",
    fix: "Write v=DKIM1; k=rsa; p= and the key in base64.",
    firing: ['mail._domainkey TXT "v=DKIM1; k=rsa; MIIBIjANBgkqhkiG"'],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    check: ({ texts }) => texts.filter((record) => isKeyName(record.name) && keyTags(record) === undefined).map(at),
  },
  {
    id: "dkim-version",
    severity: "error",
    source: "RFC 6376 §3.6.1",
    why: "The v tag of the DKIM key is not DKIM1 or not the first, so verifiers drop the key.",
    fix: "Start the record with v=DKIM1.",
    firing: [`mail._domainkey TXT "k=ed25519; v=DKIM1; p=${key(32)}"`],
    silent: [`mail._domainkey TXT "k=ed25519; p=${key(32)}"`],
    check: eachKey(({ tags }) => tags.some(({ tag, value }, place) => tag === "v" && (place > 0 || value !== "DKIM1"))),
  },
  {
    id: "dkim-key-type",
    severity: "error",
    source: "RFC 8463 §4",
    why: "The k tag of the DKIM key is neither rsa nor ed25519, so verifiers drop the key.",
    fix: "Write k=rsa or k=ed25519.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=rsa2048; p=${key(32)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    check: eachKey((tags) => !["rsa", "ed25519"].includes(keyType(tags))),
  },
  {
    id: "dkim-key-base64",
    severity: "error",
    source: "RFC 6376 §3.6.1",
    why: "The p tag of the DKIM key is no base64, so every signature of it fails.",
    fix: "Paste the key again, without header lines and with its end.",
    firing: ['mail._domainkey TXT "v=DKIM1; k=rsa; p=-----BEGIN PUBLIC KEY-----"'],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    also: ["dkim-spaces"],
    check: eachKey((tags) => keyOctets(tags) === undefined && !/["']/.test(keyText(tags))),
  },
  {
    id: "dkim-quotes",
    severity: "error",
    source: "RFC 6376 §3.6.2.2",
    why: "Quotes are left in the DKIM key, from a text that was cut into strings, so every signature of it fails.",
    fix: "Give the text without quotes; it is cut into strings of 255 octets for you.",
    firing: ['mail._domainkey TXT "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG\\"\\"9w0BAQEFAAOC"'],
    silent: ['mail._domainkey TXT "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG" "9w0BAQEFAAOC"'],
    check: eachKey((tags) => /["']/.test(keyText(tags))),
  },
  {
    id: "dkim-spaces",
    severity: "advice",
    source: "RFC 6376 §3.6.1",
    why: "There are spaces inside the DKIM key; the standard allows them and some verifiers do not.",
    fix: "Give the key in one piece.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(16)} ${key(15)}A"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    check: eachKey((tags) => /\s/.test((tagValue(tags, "p") ?? "").trim())),
  },
  {
    id: "dkim-revoked",
    severity: "advice",
    source: "RFC 6376 §3.6.1",
    why: "The p tag of the DKIM key is empty: the key is revoked, and every signature of it fails.",
    fix: "Leave it so when that is meant, and delete it once no mail with its signatures is under way.",
    firing: ['mail._domainkey TXT "v=DKIM1; p="'],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    check: eachKey((tags) => keyText(tags) === ""),
  },
  {
    id: "dkim-testing",
    severity: "advice",
    source: "RFC 6376 §3.6.1",
    why: "The DKIM key is in test mode (t=y), so a failed signature counts for nothing.",
    fix: "Remove the y flag when the set-up works.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=ed25519; t=y; p=${key(32)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; t=s; p=${key(32)}"`],
    check: eachKey((tags) => (tagValue(tags, "t") ?? "").split(":").some((flag) => flag.trim() === "y")),
  },
  {
    id: "dkim-key-short",
    severity: "warning",
    source: "RFC 8301 §3.2",
    why: "The RSA key has fewer than 1024 bits, and verifiers must not accept it.",
    fix: "Make a key of 2048 bits at a new selector.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=rsa; p=MFwwDQYJ${key(88)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=rsa; p=MIGfMA0G${key(156)}"`],
    check: eachKey((tags) => (rsaBits(tags) ?? GOOD_BITS) < LEAST_BITS),
  },
  {
    id: "dkim-key-1024",
    severity: "advice",
    source: "RFC 8301 §3.2",
    why: "The RSA key has fewer than the 2048 bits that signers should use.",
    fix: "Make a key of 2048 bits at a new selector.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=rsa; p=MIGfMA0G${key(156)}"`],
    silent: [`mail._domainkey TXT ${RSA_2048}`],
    check: eachKey((tags) => {
      const bits = rsaBits(tags) ?? GOOD_BITS;
      return bits >= LEAST_BITS && bits < GOOD_BITS;
    }),
  },
  {
    id: "dkim-ed25519-length",
    severity: "error",
    source: "RFC 8463 §4.2",
    why: "An Ed25519 key is the base64 of exactly 32 octets, and this one is not, so every signature of it fails.",
    fix: "Give the bare public key, without the ASN.1 header that key files put before it.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=MCowBQYDK2Vw${key(35)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; p=${key(32)}"`],
    check: eachKey((tags) => keyType(tags) === "ed25519" && ![0, 32].includes(keyOctets(tags) ?? 0)),
  },
  {
    id: "dkim-hash",
    severity: "warning",
    source: "RFC 8301 §3.1",
    why: "The h tag of the DKIM key does not allow sha256, and verifiers must not accept sha1.",
    fix: "Remove the h tag.",
    firing: [`mail._domainkey TXT "v=DKIM1; k=ed25519; h=sha1; p=${key(32)}"`],
    silent: [`mail._domainkey TXT "v=DKIM1; k=ed25519; h=sha1:sha256; p=${key(32)}"`],
    check: eachKey((tags) => !/\bsha256\b/.test(tagValue(tags, "h") ?? "sha256")),
  },
];

/** A check of every text that can be a key. */
function eachKey(isWrong: (tags: TagList) => boolean): LintRule["check"] {
  return ({ texts }) =>
    texts.flatMap((record) => {
      const tags = keyTags(record);
      return tags !== undefined && isWrong(tags) ? [at(record)] : [];
    });
}
