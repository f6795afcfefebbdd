// Flag values turned into settings: checked, typed, with their defaults. Pure; files are read by open-session.ts.
import { DEFAULT_API_URL } from "../core/api/settings.ts";
import { CONFIRM_MODES, type ConfirmMode } from "../core/confirmation-ladder.ts";
import { InputError } from "../core/errors.ts";
import { LOG_LEVELS, type LogLevel } from "../core/ports.ts";
import type { FlagValues } from "./parse-flags.ts";

const DEFAULT_CONCURRENCY = 8;
const CONCURRENCY_MAX = 64;
const SWITCHED_ON = new Set(["1", "true", "yes", "on"]);
const SWITCHED_OFF = new Set(["0", "false", "no", "off"]);

/** What the doors need to open a session. */
export interface Settings {
  readonly token: string | undefined;
  readonly tokenFile: string | undefined;
  readonly apiUrl: string;
  /** `false`, or the embedded sandbox, kept in `dir` when that is given. */
  readonly sandbox: false | { readonly dir: string | undefined };
  readonly logLevel: LogLevel;
  readonly zones: readonly string[];
  readonly allowPurchases: boolean;
  readonly confirm: ConfirmMode;
  /** The platform's own when undefined. */
  readonly stateDir: string | undefined;
  readonly concurrency: number;
  /** Undefined for the usual one, or the embedded sandbox's own. */
  readonly rdapUrl: string | undefined;
  /** `HOST[:PORT]` each; without any the zones' own are found by the DNS. */
  readonly nameservers: readonly string[];
  /** The same; without any the well-known public ones. */
  readonly resolvers: readonly string[];
}

/** Which tools exist; applied by src/mcp. */
export interface ToolSettings {
  readonly readOnly: boolean;
  readonly toolsets: readonly string[];
  readonly tools: readonly string[];
  readonly excludeTools: readonly string[];
}

/** The settings of any command that works on an account. */
export function sessionSettings(values: FlagValues): Settings {
  return {
    token: textOf(values, "VPS_API_TOKEN"),
    tokenFile: textOf(values, "token-file"),
    apiUrl: textOf(values, "api-url") ?? DEFAULT_API_URL,
    sandbox: sandboxSetting(textOf(values, "sandbox")),
    logLevel: oneOf(values, "log-level", LOG_LEVELS) ?? "warn",
    zones: values.get("zone") ?? [],
    allowPurchases: isOn(values, "allow-purchases"),
    confirm: oneOf(values, "confirm", CONFIRM_MODES) ?? "ask",
    stateDir: textOf(values, "state-dir"),
    concurrency: integerOf(values, "concurrency", { min: 1, max: CONCURRENCY_MAX }) ?? DEFAULT_CONCURRENCY,
    rdapUrl: textOf(values, "rdap-url"),
    nameservers: values.get("nameserver") ?? [],
    resolvers: values.get("resolver") ?? [],
  };
}

/** The settings that decide which tools exist. */
export function toolSettings(values: FlagValues): ToolSettings {
  return {
    readOnly: isOn(values, "read-only"),
    toolsets: values.get("toolsets") ?? [],
    tools: values.get("tools") ?? [],
    excludeTools: values.get("exclude-tools") ?? [],
  };
}

/** The last text given for a flag: a repeated single-valued flag is overridden, as shells' users expect. */
export function textOf(values: FlagValues, name: string): string | undefined {
  return values.get(name)?.at(-1);
}

/**
 * A whole number within bounds.
 * @throws InputError naming the flag and the bounds.
 */
export function integerOf(
  values: FlagValues,
  name: string,
  bounds: { readonly min: number; readonly max: number },
): number | undefined {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.min && value <= bounds.max) return value;
  throw new InputError("invalid_input", `--${name} takes a whole number from ${bounds.min} to ${bounds.max}.`);
}

function isOn(values: FlagValues, name: string): boolean {
  const text = textOf(values, name)?.toLowerCase();
  if (text === undefined || SWITCHED_OFF.has(text)) return false;
  if (SWITCHED_ON.has(text)) return true;
  throw new InputError("invalid_input", `${name} is switched with on or off (also 1, true, yes; 0, false, no).`);
}

function sandboxSetting(text: string | undefined): Settings["sandbox"] {
  if (text === undefined || SWITCHED_OFF.has(text.toLowerCase())) return false;
  return { dir: SWITCHED_ON.has(text.toLowerCase()) ? undefined : text };
}

/** @throws InputError naming the flag and the words it takes */
export function oneOf<const Word extends string>(
  values: FlagValues,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = textOf(values, name);
  const found = words.find((word) => word === text);
  if (text === undefined || found !== undefined) return found;
  throw new InputError("invalid_input", `--${name} is one of ${words.join(", ")}.`);
}
