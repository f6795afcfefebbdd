// Which files of a folder a Node process loads. Node 22.15 and newer tell a hook of every module.
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const WITNESS = `
import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";
registerHooks({
  load(url, context, next) {
    if (url.startsWith(FOLDER)) appendFileSync(LIST, url + "\\n");
    return next(url, context);
  },
});
`;

export interface Witness {
  /** For Node's --import. */
  readonly url: string;
  /** Bytes of all the files that were loaded. */
  bytes(): Promise<number>;
}

/** Puts a witness of what is loaded from `watched` into a folder of its own. */
export async function placeWitness(folder: string, watched: string): Promise<Witness> {
  const list = join(folder, "loaded");
  const script = join(folder, "witness.mjs");
  const prefix = `${pathToFileURL(watched).href}/`;
  await writeFile(list, "");
  await writeFile(script, WITNESS.replace("FOLDER", JSON.stringify(prefix)).replace("LIST", JSON.stringify(list)));
  return {
    url: pathToFileURL(script).href,
    bytes: async () => {
      const urls = new Set((await readFile(list, "utf8")).split("\n").filter((line) => line !== ""));
      if (urls.size === 0) throw new Error("No file was seen to be loaded; Node tells from 22.15 on.");
      const sizes = await Promise.all([...urls].map(async (url) => (await stat(fileURLToPath(url))).size));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
  };
}
