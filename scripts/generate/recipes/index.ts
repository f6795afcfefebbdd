// Every recipe, in the order of docs/recipes.md.
import { certificateRecipes } from "./certificates.ts";
import { hostingRecipes } from "./hosting.ts";
import { mailRecipes } from "./mail.ts";
import type { Recipe } from "./recipe.ts";
import { verifyRecipes } from "./verify.ts";
import { zoneFileRecipes } from "./zone-file.ts";

export interface RecipeFamily {
  readonly title: string;
  readonly recipes: readonly Recipe[];
}

export const recipeFamilies: readonly RecipeFamily[] = [
  { title: "Proving that a domain is yours", recipes: verifyRecipes },
  { title: "Certificates", recipes: certificateRecipes },
  { title: "Mail", recipes: mailRecipes },
  { title: "Sites and deployments", recipes: hostingRecipes },
  { title: "Zone files", recipes: zoneFileRecipes },
];

export const recipes: readonly Recipe[] = recipeFamilies.flatMap(({ recipes: own }) => own);
