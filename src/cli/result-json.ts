// A result on stdout: exact for programs, and harmless on a terminal, since values are other people's text.

// JSON itself escapes what lies below U+0020.
const ACTING = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** JSON in which control and format characters (U+009B starts terminal commands, U+202E turns text around) are escapes. */
export function resultJson(output: Readonly<Record<string, unknown>>, indent?: number): string {
  return JSON.stringify(output, undefined, indent).replace(ACTING, escaped);
}

function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
