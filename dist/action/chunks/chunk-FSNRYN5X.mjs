import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/core/text/plain-text.ts
var VALUE_MAX_LENGTH = 500;
function plainText(text, maxLength = VALUE_MAX_LENGTH) {
  const cut = text.length > maxLength;
  const shown = (cut ? text.slice(0, maxLength) : text).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu,
    visible
  );
  return cut ? `${shown}… (${text.length.toLocaleString("en")} characters in all)` : shown;
}
function visible(character) {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`;
}

export {
  plainText
};
