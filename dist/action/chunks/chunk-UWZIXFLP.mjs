
// src/core/text/plain-text.ts
var VALUE_MAX_LENGTH = 500;
function plainText(text, maxLength = VALUE_MAX_LENGTH) {
  const { kept, rest } = cut(text, maxLength);
  return visible(kept) + rest;
}
function quotedText(text, maxLength = VALUE_MAX_LENGTH) {
  const { kept, rest } = cut(text, maxLength);
  return `"${visible(kept.replace(/["\\]/g, "\\$&"))}${rest}"`;
}
function wordText(text, maxLength) {
  return WORD.test(text) ? plainText(text, maxLength) : quotedText(text, maxLength);
}
function idText(id) {
  return wordText(id, ID_MAX_LENGTH);
}
var ID_MAX_LENGTH = 100;
var WORD = /^[A-Za-z0-9_.:@/*+=\\-]+$/;
function shortText(text, maxLength = VALUE_MAX_LENGTH) {
  const { kept, rest } = cut(text, maxLength);
  return kept + rest;
}
function cut(text, maxLength) {
  if (text.length <= maxLength) return { kept: text, rest: "" };
  return { kept: text.slice(0, maxLength), rest: `… (${text.length.toLocaleString("en")} characters in all)` };
}
function visible(text) {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`
  );
}

export {
  VALUE_MAX_LENGTH,
  plainText,
  quotedText,
  wordText,
  idText,
  shortText
};
