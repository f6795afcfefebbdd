// `tag=value; tag=value`, the form of DMARC, DKIM, MTA-STS, TLS-RPT and MCP texts (RFC 6376 §3.2).

/** One `tag=value`. */
export interface Tag {
  /** As written; DKIM's are case-sensitive, and all standards write them in lower case. */
  readonly tag: string;
  readonly value: string;
}

/** The tags of a text, in the order written. */
export interface TagList {
  readonly tags: readonly Tag[];
  /** Whether some part between semicolons is no `tag=value`. */
  readonly isBroken: boolean;
}

/** Spaces around tags, `=` and values are left out; one semicolon at the end is fine. */
export function readTags(text: string): TagList {
  const parts = text.split(";").map((part) => part.trim());
  if (parts.at(-1) === "") parts.pop();
  const tags = parts.flatMap((part) => {
    const equals = part.indexOf("=");
    const tag = part.slice(0, Math.max(0, equals)).trimEnd();
    return /^[A-Za-z][A-Za-z0-9_-]*$/.test(tag) ? [{ tag, value: part.slice(equals + 1).trimStart() }] : [];
  });
  return { tags, isBroken: tags.length < parts.length };
}

/** The value of a tag, the first where it stands twice. */
export function tagValue({ tags }: TagList, tag: string): string | undefined {
  return tags.find((one) => one.tag === tag)?.value;
}
