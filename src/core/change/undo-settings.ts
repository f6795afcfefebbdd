// Puts a domain's settings back to what they were before a change.
import type { Domain } from "../api/api.ts";
import type { Context } from "../context.ts";
import { VpsError } from "../errors.ts";
import { changeDomain, sameSettings, settingsBefore } from "./change-domain.ts";
import { type Undone, type UndoRequest, UNDO_OPERATION } from "./undo.ts";

/** @throws VpsError change_conflict where the settings are not what the change made them, or the domain is gone */
export async function undoSettings(context: Context, { change, confirm, input }: UndoRequest): Promise<Undone> {
  const { settings, domain: name } = change;
  if (settings === undefined || name === undefined) throw nothingToUndo();
  const domain = await standingDomain(context, name);
  const now = settingsBefore(domain, settings.after);
  if (sameSettings(now, settings.before)) {
    await context.journal.markUndone(change.id, change.id);
    return { status: "done", warnings: ["The settings are as they were before; nothing was sent."] };
  }
  if (!sameSettings(now, settings.after)) {
    throw new VpsError("change_conflict", `Others have changed the same settings of ${name} since. Nothing was sent.`, {
      hint: "get_domain shows them; update_domain sets what is wanted.",
    });
  }
  const result = await changeDomain(context, {
    operation: UNDO_OPERATION,
    domain,
    settings: settings.before,
    confirm,
    input,
    undoes: change.id,
  });
  return result.status === "done" ? { status: "done", change: result.change, warnings: [] } : result;
}

async function standingDomain({ api }: Context, name: string): Promise<Domain> {
  const { items } = await api.domains.list({ search: name });
  const domain = items.find((candidate) => candidate.domain === name);
  if (domain !== undefined) return domain;
  throw new VpsError("change_conflict", `The domain ${name} is not in this account any more; nothing was sent.`, {
    hint: "list_domains shows those that are.",
  });
}

function nothingToUndo(): VpsError {
  return new VpsError("change_conflict", "That change cannot be taken back.", {
    hint: "Purchases, transfers and removals from the account are final; see get_domain.",
  });
}
