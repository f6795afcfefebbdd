
// src/action/input-reader.ts
var SWITCHED_ON = /* @__PURE__ */ new Set(["1", "true", "yes", "on"]);
var SWITCHED_OFF = /* @__PURE__ */ new Set(["", "0", "false", "no", "off"]);
function inputReader(env) {
  return (name) => env[`INPUT_${name.toUpperCase()}`] ?? "";
}
function isSet(read, name) {
  return read(name).trim() !== "";
}
function switchOf(text) {
  const word = text.trim().toLowerCase();
  if (SWITCHED_ON.has(word)) return true;
  return SWITCHED_OFF.has(word) ? false : void 0;
}

export {
  inputReader,
  isSet,
  switchOf
};
