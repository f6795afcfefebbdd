// Flags and operands of a hook's command line, in any order: what clients pass may begin with hyphens as flags do.

/**
 * What clients pass: at least 128 bits in base64url (RFC 8555 §8.3), or a key authorization. Longer than any flag, so
 * that a mistyped one is never taken for a value.
 */
const CLIENTS_WORD = /^[\w-]{22,}(\.[\w-]{43})?$/;

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

/** Behind `--`, which lego puts in front of its operands, nothing is a flag. */
export function splitWords(words: readonly string[], flags: readonly KnownFlag[]): SplitWords {
  const flagWords: string[] = [];
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--") {
      operands.push(...words.slice(at + 1));
      break;
    }
    const known = flags.find(({ flag }) => word === `--${flag}` || word.startsWith(`--${flag}=`));
    const isFlag = known !== undefined || (word.startsWith("-") && !CLIENTS_WORD.test(word));
    (isFlag ? flagWords : operands).push(word);
    const next = words[at + 1];
    if (known?.takesWord === true && !word.includes("=") && next !== undefined) {
      flagWords.push(next);
      at++;
    }
  }
  return { flagWords, operands };
}
