// Replaces the generated regions of a hand-written page: what stands between `<!-- generated: NAME -->` and `<!-- end -->`.

/**
 * `text` with each region's content put in.
 * @throws Error where a marker is missing, or the page has a region nobody makes.
 */
export function withRegions(text: string, regions: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  const page = text.replaceAll(/<!-- generated: (\S+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const content = regions[name];
    if (content === undefined) throw new Error(`Nothing generates the region "${name}".`);
    seen.add(name);
    return `<!-- generated: ${name} -->\n${content}\n<!-- end -->`;
  });
  const missing = Object.keys(regions).filter((name) => !seen.has(name));
  if (missing.length > 0) throw new Error(`The page has no region for ${missing.join(", ")}.`);
  return page;
}

/** A Markdown table; `|` and line breaks in cells are made harmless. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), `|${head.map(() => " --- ").join("|")}|`, ...rows.map(line)].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(" | ")} |`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
