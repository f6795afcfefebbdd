// Every operation of the contract, and which one a request is for.
import { accountRoutes } from "./account.ts";
import { domainRoutes } from "./domains.ts";
import { recordRoutes } from "./records.ts";
import type { Route } from "./route.ts";
import { transferRoutes } from "./transfer.ts";
import { zoneRoutes } from "./zones.ts";

/** The 17 operations, in the contract's order, and the account page. */
export const routes: readonly Route[] = [
  ...zoneRoutes,
  ...recordRoutes,
  ...domainRoutes,
  ...transferRoutes,
  ...accountRoutes,
];

export interface Match {
  readonly parameters: Readonly<Record<string, string>>;
  /** The routes of this path, by method. */
  readonly methods: ReadonlyMap<string, Route>;
}

/** Finds the path, given below `/api/v1`; `undefined` where there is none. Every path ends in a slash (contract). */
export function matchPath(path: string): Match | undefined {
  const segments = path.split("/");
  for (const { pattern, methods } of paths) {
    const parameters = matchSegments(pattern, segments);
    if (parameters !== undefined) return { parameters, methods };
  }
  return undefined;
}

const paths = [...new Set(routes.map(({ path }) => path))].map((path) => ({
  pattern: path.split("/"),
  methods: new Map<string, Route>(routes.filter((route) => route.path === path).map((route) => [route.method, route])),
}));

function matchSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (!expected.startsWith(":")) {
      if (segment !== expected) return undefined;
      continue;
    }
    const value = decoded(segment);
    if (value === undefined || value === "") return undefined;
    parameters[expected.slice(1)] = value;
  }
  return parameters;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
