// The host of test/mcp/app in a page: the extension's own AppBridge around a sandboxed frame. What it needs of the MCP
// server it asks the test for (`callTool`); the test opens a view with `openView` and reads `told` and `heights`.
import { AppBridge, type McpUiHostContext, PostMessageTransport } from "@modelcontextprotocol/ext-apps/app-bridge";

type CallTool = NonNullable<AppBridge["oncalltool"]>;
type ToolResult = Awaited<ReturnType<CallTool>>;

interface Opened {
  readonly html: string;
  readonly input: Record<string, unknown>;
  readonly result: ToolResult;
  readonly context: McpUiHostContext;
  readonly capabilities: ConstructorParameters<typeof AppBridge>[2];
}

declare global {
  interface Window {
    callTool: (params: Parameters<CallTool>[0]) => Promise<ToolResult>;
    openView: (opened: Opened) => Promise<void>;
    askPerson: (message: string) => Promise<"accept" | "decline">;
    bridge: AppBridge;
    told: string[];
    heights: number[];
  }
}

window.told = [];
window.heights = [];

window.openView = async ({ html, input, result, context, capabilities }) => {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "Plan";
  document.body.append(frame);
  if (frame.contentWindow === null) throw new Error("The frame has no window.");
  const bridge = new AppBridge(null, { name: "test host", version: "1" }, capabilities, { hostContext: context });
  window.bridge = bridge;
  bridge.oncalltool = (params) => window.callTool(params);
  bridge.onupdatemodelcontext = ({ content = [] }) => {
    window.told.push(...content.map((block) => (block.type === "text" ? block.text : block.type)));
    return Promise.resolve({});
  };
  bridge.onrequestdisplaymode = ({ mode }) => Promise.resolve({ mode });
  bridge.onsizechange = ({ height = 0 }) => {
    window.heights.push(height);
    frame.style.height = `${height}px`;
  };
  const initialized = new Promise<void>((resolve) => {
    bridge.oninitialized = () => resolve();
  });
  await bridge.connect(new PostMessageTransport(frame.contentWindow, frame.contentWindow));
  frame.srcdoc = html;
  await initialized;
  await bridge.sendToolInput({ arguments: input });
  await bridge.sendToolResult(result);
};

// The person's end of an elicitation, as a host shows one.
window.askPerson = (message) =>
  new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    const button = (words: string, action: "accept" | "decline") => {
      const made = document.createElement("button");
      made.textContent = words;
      made.addEventListener("click", () => {
        dialog.remove();
        resolve(action);
      });
      return made;
    };
    const text = document.createElement("p");
    text.textContent = message;
    dialog.append(text, button("Host: yes", "accept"), button("Host: no", "decline"));
    document.body.append(dialog);
    dialog.showModal();
  });
