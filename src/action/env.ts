// The runner's environment, beside the inputs.

export type Env = Readonly<Record<string, string | undefined>>;

/** The proxies that are set, "" where there is none. */
export function proxiesOf(env: Env): {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
} {
  return {
    httpProxy: either(env, "http_proxy"),
    httpsProxy: either(env, "https_proxy"),
    noProxy: either(env, "no_proxy"),
  };
}

/** Whether requests go through a proxy. */
export function hasProxy(env: Env): boolean {
  const { httpProxy, httpsProxy } = proxiesOf(env);
  return httpProxy !== "" || httpsProxy !== "";
}

/** The job summary's file, where the runner has one. */
export function summaryFileOf(env: Env): string | undefined {
  return env["GITHUB_STEP_SUMMARY"];
}

function either(env: Env, name: string): string {
  return env[name] ?? env[name.toUpperCase()] ?? "";
}
