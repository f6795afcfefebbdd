import { describe, expect, it } from "vitest";
import { LOG_LEVELS } from "../../src/core/ports.ts";
import { jsonLog } from "../../src/platform/json-log.ts";

const SECRET = 'vps_quote"and\\slash';

function lines(level: (typeof LOG_LEVELS)[number]) {
  const written: string[] = [];
  const log = jsonLog({ level, secrets: new Set([SECRET]), write: (line) => written.push(line), now: () => 0 });
  return { written, log };
}

describe("the log", () => {
  it("writes one JSON line each", () => {
    const { written, log } = lines("debug");
    log("info", "request\nsent", { method: "GET", status: 200 });
    expect(written).toEqual([
      '{"time":"1970-01-01T00:00:00.000Z","level":"info","message":"request\\nsent","method":"GET","status":200}\n',
    ]);
  });

  it.each(LOG_LEVELS)("at %s keeps what is more talkative to itself", (level) => {
    const { written, log } = lines(level);
    for (const each of LOG_LEVELS) log(each, each);
    expect(written).toHaveLength(LOG_LEVELS.indexOf(level) + 1);
  });

  it("redacts a secret by value, wherever it stands and however JSON spells it", () => {
    const { written, log } = lines("debug");
    log("warn", `the token ${SECRET} leaked`, { nested: { header: [`Bearer ${SECRET}`] } });
    expect(written.join("")).not.toContain("slash");
    expect(written.join("")).toContain("[redacted]");
  });
});
