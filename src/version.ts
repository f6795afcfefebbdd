// The package's version, put in by the build (scripts/build.ts); "0.0.0-dev" when run from source by the tests.
declare const __VPS_DNS_VERSION__: string | undefined;

/** As package.json has it. */
export const VERSION = typeof __VPS_DNS_VERSION__ === "string" ? __VPS_DNS_VERSION__ : "0.0.0-dev";
