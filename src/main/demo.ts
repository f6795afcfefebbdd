// `vps-dns demo`: the story in a few seconds, on an embedded sandbox: a zone made, mail and a verification TXT set up,
// answered by a real DNS query, checked, carried out as a zone file, and taken away again.
import { Resolver } from "node:dns/promises";
import { findOperation } from "../core/operations/index.ts";
import { runOperation } from "../core/run-operation.ts";
import { exampleCommand } from "../cli/help.ts";
import { InputError } from "../core/errors.ts";
import { type OpenSession, openSession } from "./open-session.ts";
import { parseFlags } from "./flags.ts";
import { sessionSettings } from "./settings.ts";

const ZONE = "demo.example";
const VERIFICATION = { name: "_github-pages-challenge-demo", type: "TXT", value: "0123456789abcdef0123456789abcd" };
const MAIL = [
  { name: "@", type: "MX", value: "mail.demo.example", priority: 10 },
  { name: "mail", type: "A", value: "192.0.2.25" },
  { name: "@", type: "TXT", value: "v=spf1 mx -all" },
  { name: "_dmarc", type: "TXT", value: "v=DMARC1; p=quarantine; rua=mailto:postmaster@demo.example" },
];

interface Step {
  readonly say: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const records = [VERIFICATION];
const challenge = { ask: `${VERIFICATION.name}.${ZONE}` };

const STORY: readonly (Step | { readonly ask: string })[] = [
  { say: "A zone is made.", operation: "create_zone", input: { domain: ZONE } },
  {
    say: "Its mail is set up, in one call that can be repeated.",
    operation: "ensure_records",
    input: { zone: ZONE, records: MAIL },
  },
  { say: "A verification TXT is put in place.", operation: "ensure_records", input: { zone: ZONE, records } },
  challenge,
  { say: "The same again changes nothing.", operation: "ensure_records", input: { zone: ZONE, records } },
  { say: "The zone is checked.", operation: "lint_zone", input: { zone: ZONE } },
  { say: "And carried out as a standard zone file.", operation: "export_zone", input: { zone: ZONE } },
  {
    say: "The verification is done: its TXT goes, and nothing else.",
    operation: "ensure_records",
    input: { zone: ZONE, records, state: "absent" },
  },
  challenge,
  { say: "The zone goes too, for whoever names it.", operation: "delete_zone", input: { zone: ZONE, confirm: ZONE } },
];

export async function demoCommand(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { positionals } = parseFlags([], argv, {});
  if (positionals.length > 0) throw new InputError("invalid_input", "vps-dns demo takes no arguments.");
  const settings = { ...sessionSettings(new Map()), sandbox: { dir: undefined } };
  const opened = await openSession(settings, env);
  try {
    say(
      "A sandbox of the VPS.org API is running in this process, with a real name server. Nothing leaves this machine.",
    );
    await tellStory(opened);
    say("That was the whole way there and back. Next: vps-dns mcp --sandbox, or vps-dns help.");
  } finally {
    await opened.close();
  }
  return 0;
}

async function tellStory(opened: OpenSession): Promise<void> {
  for (const part of STORY) {
    if ("ask" in part) await ask(opened, part.ask);
    else await step(opened, part);
  }
}

async function step(opened: OpenSession, { say: title, operation: name, input }: Step): Promise<void> {
  const operation = findOperation(name);
  if (operation === undefined) throw new InputError("unknown_operation", `There is no operation ${name}.`);
  say(title);
  process.stdout.write(`$ ${exampleCommand(name, input)}\n`);
  const context = opened.session.context({ signal: new AbortController().signal });
  process.stdout.write(`${operation.text(await runOperation(operation, input, context))}\n`);
}

async function ask(opened: OpenSession, name: string): Promise<void> {
  const server = opened.sandbox?.nameserver ?? "";
  const [host, port] = server.split(":");
  say("What does the name server answer?");
  process.stdout.write(`$ dig @${host} -p ${port} ${name} TXT +short\n`);
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  resolver.setServers([server]);
  try {
    for (const strings of await resolver.resolveTxt(name)) process.stdout.write(`"${strings.join("")}"\n`);
  } catch {
    // The resolver rejects for NXDOMAIN and NODATA alike; the demo asks once where just that is the point.
    process.stdout.write("(no such name)\n");
  }
}

function say(title: string): void {
  process.stdout.write(`\n${title}\n`);
}
