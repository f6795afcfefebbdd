// The change journal in files: one a change, lines appended as it goes. A line torn by a crash is passed over.
import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import type { Change, ChangeIntent, Journal, OpenChange, StepOutcome } from "../../core/journal/journal.ts";
import { RECORD_TYPES } from "../../core/dns/record-types.ts";
import { VpsError } from "../../core/errors.ts";
import type { Clock } from "../../core/ports.ts";
import { type RememberedEntries, rememberedEntries } from "./remembered-entries.ts";
import { type StateFolder, stateFolder } from "./state-folder.ts";
import { zoneTurns } from "./zone-turns.ts";

/** How much is kept; older changes can no longer be undone. Told in the README. */
export const CHANGES_KEPT = 1000;
// Counting files on every write would make each change pay for all earlier ones.
const PRUNE_EVERY = 50;

const record = z.object({
  name: z.string(),
  type: z.enum(RECORD_TYPES),
  ttl: z.number(),
  value: z.string(),
  priority: z.exactOptional(z.number()),
});
const step = z.object({
  action: z.enum(["create", "update", "delete"]),
  name: z.string(),
  type: z.string(),
  outcome: z.enum(["done", "failed", "unknown"]),
  id: z.exactOptional(z.string()),
  altered: z.exactOptional(z.object({ sent: record, kept: record })),
});
const settings = z.object({
  autoRenew: z.exactOptional(z.boolean()),
  privacyProtection: z.exactOptional(z.boolean()),
  nameservers: z.exactOptional(z.array(z.string())),
  locked: z.exactOptional(z.boolean()),
});
const intentSchema = z.object({
  operation: z.string(),
  zone: z.exactOptional(z.string()),
  domain: z.exactOptional(z.string()),
  summary: z.string(),
  before: z.array(record),
  after: z.array(record),
  disturbed: z.array(z.string()),
  created: z.array(z.string()),
  undoes: z.exactOptional(z.string()),
  settings: z.exactOptional(z.object({ before: settings, after: settings })),
  lost: z.exactOptional(z.number()),
  zoneEvent: z.exactOptional(z.enum(["created", "deleted"])),
});
const lineSchema = z.object({
  intent: z.exactOptional(intentSchema),
  at: z.exactOptional(z.number()),
  step: z.exactOptional(step),
  finish: z.exactOptional(z.enum(["done", "partial", "unknown"])),
  undone: z.exactOptional(z.string()),
});

/** The journal below `base` (the state folder). */
export function fileJournal(base: string, clock: Clock): Journal {
  const folder = stateFolder(base, "changes");
  const entries = rememberedEntries({
    size: (id) => folder.size(fileOf(id)),
    read: (id) => readChange(folder, id),
  });
  let begun = 0;
  return {
    begin: async (intent) => {
      // One reading of the clock: listing since `at` goes by the time in the id, and has to find this change.
      const at = clock.now();
      const id = changeId(at);
      await folder.create(fileOf(id), `${JSON.stringify({ intent, at })}\n`);
      begun += 1;
      if (begun % PRUNE_EVERY === 1) await prune(folder, fileOf(id));
      return openChange(folder, id, clock);
    },
    list: (filter) => listChanges(folder, entries, filter),
    get: (id) => (isChangeId(id) ? entries.read(id) : Promise.resolve(undefined)),
    markUndone: async (id, by) => {
      // A change that is kept no longer cannot be undone twice either.
      if (isChangeId(id)) await folder.append(fileOf(id), JSON.stringify({ undone: by }), { sync: true });
    },
    exclusively: zoneTurns(base, clock),
  };
}

function openChange(folder: StateFolder, id: string, clock: Clock): OpenChange {
  const append = async (line: z.input<typeof lineSchema>, sync: boolean) => {
    if (await folder.append(fileOf(id), JSON.stringify(line), { sync })) return;
    throw new VpsError("state_unavailable", "The journal's entry for this change was taken away while it ran.", {
      hint: "Nobody else may clear the state folder meanwhile. Look at the zone: this change cannot be undone.",
    });
  };
  return {
    id,
    abandon: async () => {
      await folder.take(fileOf(id));
    },
    // Not fsynced: what is lost with the power is settled from the zone itself, as after a crash.
    step: (outcome: StepOutcome) => append({ step: outcome }, false),
    finish: (status) => append({ finish: status, at: clock.now() }, true),
  };
}

async function listChanges(
  { names }: Pick<StateFolder, "names">,
  entries: RememberedEntries,
  { zone, since, limit }: Parameters<Journal["list"]>[0],
): Promise<readonly Change[]> {
  const ids = (await names()).map((name) => name.slice(0, -ENDING.length)).filter(isChangeId);
  entries.keepOnly(ids);
  const found: Change[] = [];
  for (const id of ids.toReversed()) {
    if (since !== undefined && timeOf(id) < since) break;
    if (zone !== undefined && entries.isElsewhere(id, zone)) continue;
    const change = await entries.read(id);
    if (change === undefined || (zone !== undefined && change.zone !== zone)) continue;
    found.push(change);
    if (limit !== undefined && found.length >= limit) break;
  }
  return found;
}

async function readChange(folder: StateFolder, id: string): Promise<Change | undefined> {
  const text = await folder.read(fileOf(id));
  if (text === undefined) return undefined;
  const lines = text.split("\n").flatMap(parseLine);
  const [first] = lines;
  if (first?.intent === undefined) return undefined;
  const { finish, at: finishedAt } = lines.findLast((line) => line.finish !== undefined) ?? {};
  const undone = lines.some((line) => line.undone !== undefined);
  const steps = lines.flatMap((line) => (line.step === undefined ? [] : [line.step]));
  const intent: ChangeIntent = first.intent;
  return {
    ...intent,
    id,
    at: first.at ?? timeOf(id),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    steps,
    status: undone ? "undone" : (finish ?? "unknown"),
  };
}

// A torn last line is what a crash leaves; it says nothing that the zone itself does not say.
function parseLine(line: string): z.infer<typeof lineSchema>[] {
  if (line === "") return [];
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

async function prune(folder: StateFolder, latest: string): Promise<void> {
  const names = await folder.names();
  const oldest = names.slice(0, Math.max(0, names.length - CHANGES_KEPT));
  // After the clock was set back the newest sorts as the oldest.
  for (const name of oldest) if (name !== latest) await folder.take(name);
}

const ENDING = ".jsonl";
const TIME_DIGITS = 9;
const ID_PATTERN = /^c[0-9a-z]{9}-[0-9a-f]{6}$/;

function fileOf(id: string): string {
  return `${id}${ENDING}`;
}

// Base 36 milliseconds keep nine digits until the year 5188, so names sort by time.
function changeId(now: number): string {
  return `c${now.toString(36).padStart(TIME_DIGITS, "0")}-${randomBytes(3).toString("hex")}`;
}

function isChangeId(id: string): boolean {
  return ID_PATTERN.test(id);
}

function timeOf(id: string): number {
  return Number.parseInt(id.slice(1, 1 + TIME_DIGITS), 36);
}
