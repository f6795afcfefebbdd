// Domain names inside the name server: one canonical spelling, and what can be read off it without any zone.
// Canonical here: absolute, lower case, no final dot, the root is "", special octets escaped as in RFC 1035 §5.1.

const DOT = 0x2e;
const BACKSLASH = 0x5c;
/** What a master file gives a meaning to (RFC 1035 §5.1), so it is written with a backslash. */
const ESCAPED = new Set(Buffer.from('"().;\\@$', "latin1"));

/** The canonical spelling of a name in presentation form; two names are equal when these texts are. */
export function canonicalName(text: string): string {
  if (!text.includes("\\")) return (text.endsWith(".") ? text.slice(0, -1) : text).toLowerCase();
  return textOfLabels(labelsOfText(text));
}

/** The labels of a name in presentation form, leftmost first, as octets; the root has none. */
export function labelsOfText(text: string): readonly Uint8Array[] {
  const name = Buffer.from(text, "utf8");
  const labels: Uint8Array[] = [];
  let label: number[] = [];
  for (let at = 0; at < name.length; at++) {
    const octet = name[at] ?? 0;
    if (octet === DOT) {
      if (label.length > 0) labels.push(Uint8Array.from(label));
      label = [];
    } else if (octet === BACKSLASH) {
      const escape = /^\d{3}/.exec(name.toString("latin1", at + 1, at + 4))?.[0];
      label.push(escape === undefined ? (name[at + 1] ?? BACKSLASH) : Number(escape) & 0xff);
      at += escape === undefined ? 1 : 3;
    } else {
      label.push(octet);
    }
  }
  if (label.length > 0) labels.push(Uint8Array.from(label));
  return labels;
}

/** The canonical spelling of labels as they stand on the wire. */
export function textOfLabels(labels: readonly Uint8Array[]): string {
  return labels.map(textOfLabel).join(".");
}

function textOfLabel(label: Uint8Array): string {
  let text = "";
  for (const octet of label) {
    if (octet <= 0x20 || octet >= 0x7f) text += `\\${String(octet).padStart(3, "0")}`;
    else if (ESCAPED.has(octet)) text += `\\${String.fromCharCode(octet)}`;
    else text += String.fromCharCode(octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet);
  }
  return text;
}

/** The name one label shorter: `www.example.com` gives `example.com`, a top-level domain the root; the root has none. */
export function parentOf(name: string): string | undefined {
  if (name === "") return undefined;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === "\\") at++;
    else if (name[at] === ".") return name.slice(at + 1);
  }
  return "";
}

/** The name itself and every name above it, longest first, the root last. */
export function ancestry(name: string): readonly string[] {
  const names: string[] = [];
  for (let at: string | undefined = name; at !== undefined; at = parentOf(at)) names.push(at);
  return names;
}

/** Whether a name is the zone's apex or below it; asks for canonical spellings. */
export function isAtOrBelow(name: string, origin: string): boolean {
  if (name === origin || origin === "") return true;
  if (!name.endsWith(`.${origin}`)) return false;
  return !name.includes("\\") || ancestry(name).includes(origin);
}
