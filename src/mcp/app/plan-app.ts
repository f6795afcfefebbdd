// The MCP App that shows a plan (extension io.modelcontextprotocol/ui, 2026-01-26): its address, what hosts are told of
// it, and the page, which is made from web/plan by `npm run generate` and loaded when a host reads it.
import type { ReadResourceResult, Resource, Tool } from "@modelcontextprotocol/server";

export const PLAN_APP_URI = "ui://vps-dns/plan";

const MIME_TYPE = "text/html;profile=mcp-app";

/** The tool whose answers the page shows. */
const SHOWN_TOOL = "plan_zone";
/** The tools the page calls, where they exist. */
const CALLED_TOOLS: readonly string[] = ["apply_plan", "undo_change"];

// It reaches nothing: neither network, nor frames, nor another base. The page's own policy says the same, with hashes.
const UI = {
  csp: { connectDomains: [], resourceDomains: [], frameDomains: [], baseUriDomains: [] },
  prefersBorder: true,
};

/** The page as `resources/list` has it. */
export const planAppResource: Resource = {
  uri: PLAN_APP_URI,
  name: "plan",
  title: "Plan",
  description: "Shows a plan of plan_zone to the person, who can apply it there. For hosts; nothing to read.",
  mimeType: MIME_TYPE,
  _meta: { ui: UI },
};

/** What a tool's `_meta` says of its app, in the spelling of today and the one older hosts read; nothing for most. */
export function appMeta(tool: string): Pick<Tool, "_meta"> {
  if (tool !== SHOWN_TOOL) return {};
  return { _meta: { ui: { resourceUri: PLAN_APP_URI }, "ui/resourceUri": PLAN_APP_URI } };
}

/** The page, told which of the tools it calls this server has. */
export async function readPlanApp(tools: readonly Pick<Tool, "name">[]): Promise<ReadResourceResult> {
  const { default: page } = await import("./plan-page.json", { with: { type: "json" } });
  const called = CALLED_TOOLS.filter((name) => tools.some((tool) => tool.name === name));
  const text = page.html.replace('data-tools=""', `data-tools="${called.join(" ")}"`);
  return { contents: [{ uri: PLAN_APP_URI, mimeType: MIME_TYPE, text, _meta: { ui: UI } }] };
}
