// Loading a part of @actions/core does nothing, which its package does not say: told so, a bundle leaves out the parts
// that nothing calls, and the post step does without the job summary.
import type { Plugin } from "esbuild";

const RESOLVED = Symbol("resolved");

export const loadableParts: Plugin = {
  name: "loadable-parts",
  setup(bundle) {
    bundle.onResolve({ filter: /^/ }, async ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === RESOLVED || !/[\\/]node_modules[\\/]@actions[\\/]/.test(importer)) return undefined;
      const part = await bundle.resolve(path, { importer, kind, resolveDir, pluginData: RESOLVED });
      return { ...part, sideEffects: false };
    });
  },
};
