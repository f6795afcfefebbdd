// One call in zod/mini reaches a function through the whole list of zod's inner functions, which keeps all of them.
import type { Rewrite } from "./rewrite.ts";

const THROUGH_LIST = "core.util.constantCatch(";

export const zodParts: readonly Rewrite[] = [
  {
    file: /[\\/]zod[\\/]v4[\\/]mini[\\/]schemas\.js$/,
    rewrite: (source) => {
      if (!source.includes(THROUGH_LIST)) throw new Error(`zod/mini no longer calls ${THROUGH_LIST}…): look again.`);
      return source.replaceAll(THROUGH_LIST, "util.constantCatch(");
    },
  },
];
