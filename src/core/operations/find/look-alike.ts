// Names that a hurried eye takes for another: the ones people register by mistake, or are made to.
import type { Domain } from "../../api/api.ts";
import type { Context } from "../../context.ts";
import { labelsOf, toUnicode } from "../../dns/name.ts";
import { editDistance } from "../../nearest-name.ts";
import { enumerated } from "../../text/count.ts";
import { isAllowed } from "./allowed.ts";

const NAMED_MAX = 3;

/** What differs in code and hardly to the eye: each on the left reads like the right. */
const CONFUSABLE: ReadonlyMap<string, string> = new Map([
  ...pairs("0o 1l ıi аa еe оo рp сc уy хx іi ѕs ԁd ɡg νv οo αa ρp"),
  ["rn", "m"],
  ["vv", "w"],
  ["cl", "d"],
]);

/**
 * Warnings for a name about to be bought: one edit or one confusable character away from a domain in the account, or a
 * label that mixes scripts.
 */
export function lookAlikeWarnings(context: Context, domain: string, held: readonly Domain[]): readonly string[] {
  const near = held
    .map(({ domain: owned }) => owned)
    .filter((owned) => owned !== domain && isAllowed(context, owned) && looksLike(domain, owned));
  const shown = enumerated(near.slice(0, NAMED_MAX));
  return [
    ...(near.length > 0 ? [`${domain} looks very much like ${shown}, which is in this account already`] : []),
    ...(mixesScripts(domain) ? [`${domain} mixes letters of different scripts in one label`] : []),
  ];
}

/** Whether two names are one edit apart, or the same once confusable characters are taken for one another. */
export function looksLike(a: string, b: string): boolean {
  return editDistance(a, b) === 1 || skeleton(a) === skeleton(b);
}

function skeleton(name: string): string {
  let text = toUnicode(name);
  for (const [from, to] of CONFUSABLE) text = text.replaceAll(from, to);
  return text;
}

function mixesScripts(name: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];
  return labelsOf(toUnicode(name)).some((label) => scripts.filter((script) => script.test(label)).length > 1);
}

function pairs(text: string): readonly (readonly [string, string])[] {
  return text.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)] as const);
}
