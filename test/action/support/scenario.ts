// What a scenario is, and what it may use: a sandbox of its own, the step run as a runner runs it, a name server to ask.
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { type DnsResponse, queryDns } from "../../support/dns-query.ts";
import type { StepRequest, StepResult } from "./runner.ts";

export interface Stage {
  readonly sandbox: Sandbox;
  /** The zone that is there: example.com. */
  readonly zoneId: string;
  /** Runs main with the sandbox's address and token, and what is given over them. */
  readonly main: (inputs: Readonly<Record<string, string>>, over?: Partial<StepRequest>) => Promise<StepResult>;
  /** Runs post as it follows such a main, with its state and masks. */
  readonly post: (
    inputs: Readonly<Record<string, string>>,
    after: Pick<StepResult, "state" | "masks">,
    over?: Partial<StepRequest>,
  ) => Promise<StepResult>;
  /** What the sandbox's name server answers: values, or the rcode where there are none. */
  readonly dns: (name: string, type: string) => Promise<readonly string[] | string>;
  /** Asks the API itself, as somebody else would; gives the parsed answer. */
  readonly api: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Writes something else down. */
  readonly note: (title: string, text: string) => void;
  /** Creates a record as somebody else would; gives its id. */
  readonly addRecord: (record: Readonly<Record<string, unknown>>) => Promise<string>;
}

export interface Scenario {
  readonly title: string;
  /** Further secrets that must show up nowhere. */
  readonly secrets?: readonly string[];
  readonly play: (stage: Stage) => Promise<void>;
}

export function scenario(of: Scenario): Scenario {
  return of;
}

/** The values of an answer, priority in front, sorted; the rcode where there are none. */
export async function dnsValues(server: string, name: string, type: string): Promise<readonly string[] | string> {
  const { rcode, answers }: DnsResponse = await queryDns({ server, name, type });
  if (answers.length === 0) return rcode;
  return answers.map(({ value, priority }) => (priority === undefined ? value : `${priority} ${value}`)).sort();
}
