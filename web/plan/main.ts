// The page `ui://vps-dns/plan`: waits for the plan that the host hands over, shows it, and carries out what is pressed.
import { readPlan, readText } from "./answers.ts";
import { element, visible } from "./elements.ts";
import { connectHost } from "./host.ts";
import { applyHostContext, offersFullscreen, tellHeight } from "./host-context.ts";
import { type Json, objectOf } from "./json.ts";
import { planView } from "./plan-view.ts";

declare const __VPS_DNS_VERSION__: string;

const PROTOCOL_VERSION = "2026-01-26";

const view = part("view");
const status = part("status");
// The tools this server has, as it was started; a read-only one has none that applies.
const tools = (document.body.dataset["tools"] ?? "").split(" ");
let hostCapabilities: Json = {};

// A plan can come before the host's answer to `ui/initialize`, which says what can be done with it.
let result: Json | undefined;
let isConnected = false;

const host = connectHost({
  "ui/notifications/tool-result": (params) => {
    result = params;
    showResult();
  },
  "ui/notifications/tool-cancelled": () => showWords("The call was cancelled, so there is no plan."),
  "ui/notifications/host-context-changed": applyHostContext,
});

if (window.parent === window) showWords("This page shows a plan inside an assistant; by itself it has none.");
else await connect();

async function connect(): Promise<void> {
  const initialized = await host.request("ui/initialize", {
    protocolVersion: PROTOCOL_VERSION,
    appInfo: { name: "vps-dns plan", version: __VPS_DNS_VERSION__ },
    appCapabilities: { availableDisplayModes: ["inline", "fullscreen"] },
  });
  hostCapabilities = objectOf(initialized["hostCapabilities"]);
  const context = objectOf(initialized["hostContext"]);
  applyHostContext(context);
  isConnected = true;
  host.notify("ui/notifications/initialized", {});
  tellHeight(host);
  if (offersFullscreen(context)) document.body.prepend(fullscreenButton());
  showResult();
}

function showResult(): void {
  if (result === undefined || !isConnected) return;
  const plan = readPlan(result);
  if (plan === undefined) return showWords(readText(result));
  view.replaceChildren(...planView(plan, { call, can, tell, say }));
  view.setAttribute("aria-busy", "false");
  say(`The plan for ${plan.zone} is shown.`);
}

function showWords(words: string): void {
  view.replaceChildren(element("p", { class: "words" }, visible(words)));
  view.setAttribute("aria-busy", "false");
}

function call(name: string, input: Json): Promise<Json> {
  return host.request("tools/call", { name, arguments: input });
}

function can(tool: string): boolean {
  return tools.includes(tool) && "serverTools" in hostCapabilities;
}

function tell(text: string): void {
  if (!("updateModelContext" in hostCapabilities)) return;
  // The assistant hears of it with the person's next message; a host that fails at this loses nothing the person sees.
  host.request("ui/update-model-context", { content: [{ type: "text", text }] }).catch(() => {});
}

function say(words: string): void {
  status.textContent = words;
}

function fullscreenButton(): HTMLElement {
  const button = element("button", { type: "button", class: "plain corner", click: () => void toggle() });
  label();
  return button;

  async function toggle(): Promise<void> {
    try {
      const given = await host.request("ui/request-display-mode", { mode: isFullscreen() ? "inline" : "fullscreen" });
      applyHostContext({ displayMode: given["mode"] });
      label();
    } catch {
      say("The host did not change the size.");
    }
  }

  function label(): void {
    button.textContent = isFullscreen() ? "Smaller" : "Full screen";
  }
}

function isFullscreen(): boolean {
  return document.documentElement.dataset["mode"] === "fullscreen";
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}
