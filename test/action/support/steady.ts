// Makes a transcript the same on every run: ids in order of appearance, ports and times by name, secrets starred, and
// writes that were under way together in an order of their own.

/** Plans and changes of a kept state. */
const KEPT = /\bplan-[0-9a-f]{20}\b|\bc[0-9a-z]{9}-[0-9a-f]{6}\b/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Lines whose neighbours of the same kind may come in any order. */
const CONCURRENT = [/^(?:POST|PATCH|DELETE) /, /^(?:Deleted|Already gone): /, /^created_N: /];

export function steady(text: string, secrets: readonly string[]): string {
  const ids = new Map<string, string>();
  const kept = new Map<string, string>();
  const starred = secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
  const named = starred
    .replaceAll("\r", "\\r")
    .replaceAll(UUID, (id) => {
      const name = ids.get(id) ?? `id-${ids.size + 1}`;
      ids.set(id, name);
      return name;
    })
    .replaceAll(/vps_[0-9a-f]{48}/g, "***")
    .replaceAll(/[^"\s]*vps-dns-sandbox-\w+/g, "vps-dns-sandbox")
    .replaceAll(/since \d{4}-\d{2}-\d{2}/g, "since TODAY")
    .replaceAll(/\bm\d+-[0-9a-f]{8}\b/g, "CHANGE")
    .replaceAll(KEPT, (id) => numbered(kept, id))
    .replaceAll(/"(ms|time_ms)":[\d.]+/g, '"$1":TIME')
    .replaceAll(/("serial":|\bserial |<td>)\d{10}\b/g, "$1SERIAL")
    .replaceAll(/^\d+( of \d+: .* servers? answer)/gm, "SECONDS$1")
    .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g, "TIME")
    .replaceAll(/"fingerprint":"[0-9a-f]{64}"/g, '"fingerprint":"SHA-256"')
    .replaceAll(/^created_\d+: /gm, "created_N: ");
  return sortedRuns(named.split("\n")).join("\n");
}

// `plan-1`, `change-2`: by the order of appearance.
function numbered(known: Map<string, string>, id: string): string {
  const name = known.get(id) ?? `${id.startsWith("plan-") ? "plan" : "change"}-${known.size + 1}`;
  known.set(id, name);
  return name;
}

function sortedRuns(lines: readonly string[]): string[] {
  const runs: { readonly kind: number; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const kind = CONCURRENT.findIndex((each) => each.test(line));
    const last = runs.at(-1);
    if (last !== undefined && kind >= 0 && last.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs.flatMap((run) => run.lines.sort());
}
