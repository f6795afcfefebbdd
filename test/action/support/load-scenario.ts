// Loads a scenario by the name of its file.
import * as z from "zod/mini";
import type { Scenario } from "./scenario.ts";

const scenarioModule = z.object({
  story: z.custom<Scenario>((value) => typeof value === "object" && value !== null && "play" in value),
});

export async function loadScenario(name: string): Promise<Scenario> {
  const module: unknown = await import(`../scenarios/${name}.ts`);
  return scenarioModule.parse(module).story;
}
