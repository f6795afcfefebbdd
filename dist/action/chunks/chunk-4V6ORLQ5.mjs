
// src/core/api/untrusted-text.ts
var REDACTED = "[redacted]";
function untrustedText(text, secrets, maxLength = 200) {
  const visible = text.replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu, "").replace(/[\s\p{Cc}\p{Z}]+/gu, " ").trim();
  const clean = withoutSecrets(visible, secrets);
  if (clean.length <= maxLength) return clean;
  return `${clean.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function withoutSecrets(text, secrets) {
  return secrets.filter((secret) => secret !== "").flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]).reduce((left, secret) => left.replaceAll(secret, REDACTED), text);
}

export {
  untrustedText,
  withoutSecrets
};
