
// src/core/journal/memory-state.ts
var CHANGES_KEPT = 1e3;
function memoryJournal(clock) {
  const changes = /* @__PURE__ */ new Map();
  const amend = (id, fields) => {
    const change = changes.get(id);
    if (change !== void 0) changes.set(id, { ...change, ...fields });
  };
  const locks = /* @__PURE__ */ new Map();
  let begun = 0;
  return {
    begin: (intent) => {
      begun += 1;
      const id = `m${begun}-${randomHex(4)}`;
      const steps = [];
      changes.set(id, { ...intent, id, at: clock.now(), status: "unknown", steps });
      for (const oldest of [...changes.keys()].slice(0, -CHANGES_KEPT)) changes.delete(oldest);
      return Promise.resolve({
        id,
        abandon: async () => void changes.delete(id),
        step: async (outcome) => void steps.push(outcome),
        finish: async (status) => amend(id, { status, finishedAt: clock.now() })
      });
    },
    list: ({ zone, since = 0, limit }) => Promise.resolve(
      [...changes.values()].toReversed().filter((change) => (zone === void 0 || change.zone === zone) && change.at >= since).slice(0, limit)
    ),
    get: (id) => Promise.resolve(changes.get(id)),
    markUndone: async (id) => amend(id, { status: "undone" }),
    exclusively: async (zone, work) => {
      const before = locks.get(zone);
      const start = () => work(before !== void 0);
      const mine = before === void 0 ? start() : before.then(start, start);
      locks.set(zone, mine);
      try {
        return await mine;
      } finally {
        if (locks.get(zone) === mine) locks.delete(zone);
      }
    }
  };
}
function memoryPlanStore() {
  const plans = /* @__PURE__ */ new Map();
  return {
    save: async (plan) => void plans.set(plan.id, plan),
    get: (id) => Promise.resolve(plans.get(id)),
    take: (id) => Promise.resolve(plans.delete(id))
  };
}
function randomHex(octets) {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(octets)),
    (octet) => octet.toString(16).padStart(2, "0")
  ).join("");
}

export {
  memoryJournal,
  memoryPlanStore
};
