
// src/core/api/answered-differently.ts
function answeredDifferently(sent, held) {
  const differing = {
    name: sent.name !== void 0 && sent.name !== held.name,
    type: sent.type !== held.type,
    value: sent.value !== void 0 && sent.value !== held.value,
    ttl: sent.ttl !== void 0 && sent.ttl !== held.ttl,
    priority: sent.priority !== void 0 && sent.priority !== held.priority
  };
  const fields = ["name", "type", "value", "ttl", "priority"];
  return fields.filter((field) => differing[field]);
}

export {
  answeredDifferently
};
