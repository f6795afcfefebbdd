
// src/core/text/count.ts
function count(number, noun, plural = `${noun}s`) {
  if (number === 0) return `no ${plural}`;
  return `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;
}
function enumerated(items, word = "and") {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

export {
  count,
  enumerated
};
