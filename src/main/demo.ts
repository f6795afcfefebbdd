// `vps-dns demo`: the story in a few seconds, on an embedded sandbox: a zone made, mail and a verification TXT set up,
// planned and applied, answered by a real DNS query, checked, taken away, and brought back.
import { Resolver } from "node:dns/promises";
import { findOperation } from "../core/operations/index.ts";
import { runOperation } from "../core/run-operation.ts";
import { exampleCommand } from "../cli/help.ts";
import { InputError } from "../core/errors.ts";
import { type OpenSession, openSession } from "./open-session.ts";
import { parseOnlyFlags } from "./parse-flags.ts";
import { sessionSettings } from "./settings.ts";

const ZONE = "demo.example";
const VERIFICATION = { name: "_github-pages-challenge-demo", type: "TXT", value: "0123456789abcdef0123456789abcd" };
const MAIL = [
  "@      3600 IN MX  10 mail",
  "mail   3600 IN A   192.0.2.25",
  '@      3600 IN TXT "v=spf1 mx -all"',
  '_dmarc 3600 IN TXT "v=DMARC1; p=quarantine; rua=mailto:postmaster@demo.example"',
].join("\n");

interface Step {
  readonly say: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** A field of the last result that this call takes under the same name. */
  readonly takes?: string;
}

const challenge = { ask: `${VERIFICATION.name}.${ZONE}` };
const verification = { zone: ZONE, records: [VERIFICATION] };

const STORY: readonly (Step | { readonly ask: string })[] = [
  { say: "A zone is made.", operation: "create_zone", input: { domain: ZONE } },
  {
    say: "Its mail is planned from zone-file lines: nothing is written yet.",
    operation: "plan_zone",
    input: { zone: ZONE, zonefile: MAIL },
  },
  { say: "The plan is applied.", operation: "apply_plan", input: {}, takes: "plan" },
  { say: "A verification TXT is put in place.", operation: "ensure_records", input: verification },
  challenge,
  { say: "The same again changes nothing.", operation: "ensure_records", input: verification },
  { say: "The zone is checked.", operation: "lint_zone", input: { zone: ZONE } },
  { say: "And carried out as a standard zone file.", operation: "export_zone", input: { zone: ZONE } },
  {
    say: "The verification is done: its TXT goes, and nothing else.",
    operation: "ensure_records",
    input: { ...verification, state: "absent" },
  },
  challenge,
  { say: "That was too early? It is taken back.", operation: "undo_change", input: {}, takes: "change" },
  challenge,
  { say: "What has happened here?", operation: "list_changes", input: { zone: ZONE } },
];

/** Runs `vps-dns demo`; the exit code. */
export async function demoCommand(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  parseOnlyFlags([], argv, {});
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
  const results = new Map<string, unknown>();
  for (const part of STORY) {
    if ("ask" in part) await ask(opened, part.ask);
    else for (const [field, value] of Object.entries(await step(opened, part, results))) results.set(field, value);
  }
}

async function step(
  opened: OpenSession,
  { say: title, operation: name, input, takes }: Step,
  results: ReadonlyMap<string, unknown>,
): Promise<Readonly<Record<string, unknown>>> {
  const operation = findOperation(name);
  if (operation === undefined) throw new InputError("unknown_operation", `There is no operation ${name}.`);
  const filled = takes === undefined ? input : { ...input, [takes]: results.get(takes) };
  say(title);
  process.stdout.write(`$ ${exampleCommand(name, filled)}\n`);
  const context = opened.session.context({ signal: new AbortController().signal });
  const output = await runOperation(operation, filled, context);
  process.stdout.write(`${operation.text(output)}\n`);
  return output;
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
