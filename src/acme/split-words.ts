// Flags and operands of a hook's command line. A challenge's value is base64url and may begin with hyphens, so only what
// is written exactly like a known flag is one.

export interface KnownFlag {
  /** Without the two dashes. */
  readonly flag: string;
  /** Whether the next word is its value. */
  readonly takesWord: boolean;
}

export interface SplitWords {
  readonly flagWords: readonly string[];
  readonly operands: readonly string[];
}

/** Flags may stand anywhere; `--` alone, which lego puts in front of its operands, is dropped. */
export function splitWords(words: readonly string[], flags: readonly KnownFlag[]): SplitWords {
  const flagWords: string[] = [];
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const known = word.startsWith("--") ? flags.find(({ flag }) => flag === word.slice(2).split("=", 1)[0]) : undefined;
    if (known === undefined) {
      // Before the command there is no challenge yet: a mistyped flag is one.
      if (operands.length === 0 && word.startsWith("--") && word !== "--") flagWords.push(word);
      else if (word !== "--") operands.push(word);
      continue;
    }
    flagWords.push(word);
    const next = words[at + 1];
    if (known.takesWord && !word.includes("=") && next !== undefined) {
      flagWords.push(next);
      at++;
    }
  }
  return { flagWords, operands };
}
