// A step that applies a preset, as the recipes write it.
import { stringify } from "yaml";
import { ACTION, TOKEN, ZONE } from "./recipe.ts";

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** The step; what is given over it are further inputs. */
export function presetStep(
  preset: string,
  values: Values,
  over: Readonly<Record<string, string | number | boolean>> = {},
): unknown {
  return {
    uses: ACTION,
    with: {
      token: TOKEN,
      zone: ZONE,
      preset,
      values: stringify(values, { lineWidth: 0, defaultStringType: "PLAIN" }),
      wait: "authoritative",
      ...over,
    },
  };
}
