// What a recipe is: a whole workflow, what it does in two sentences, and what the DNS says afterwards. The page shows
// them (recipes-page.ts), and test/recipes runs what the page shows.

/** A workflow file as YAML has it. */
export type Workflow = Readonly<Record<string, unknown>>;

/** One run of the workflow, from an event to what name servers answer once it is through. */
export interface RecipeRun {
  /** When it runs, as the end of "when …"; left out where there is one kind of run. */
  readonly when?: string;
  /** What each expression of the workflow stands for; `secrets.VPS_API_TOKEN` is the reader's. */
  readonly samples: Readonly<Record<string, string>>;
  /** Zone-file lines that are answered, relative to example.com; with `cleanup` while the job runs. */
  readonly answers: readonly string[];
  /** Owner names and types, such as `pr-17.preview CNAME`, with no answer afterwards. */
  readonly gone?: readonly string[];
  /** The step is meant to fail: it is an alarm. */
  readonly fails?: true;
}

export interface Recipe {
  /** The workflow's file name without its ending, and the heading's anchor. */
  readonly name: string;
  readonly title: string;
  /** Two sentences. */
  readonly about: string;
  /** What to know beside it. */
  readonly note?: string;
  readonly workflow: Workflow;
  readonly runs: readonly RecipeRun[];
  /** Files of the repository that the workflow reads, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the job leaves behind is nothing: its records go when it ends. */
  readonly cleanup?: true;
}

/** The one zone of all recipes. */
export const ZONE = "example.com";

export const ACTION = "OWNER/vps-dns@v1";

/** Pinned, as every action of others should be; the page names the release behind it. */
export const CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1";
export const CHECKOUT_RELEASE = "v7.0.1";

export const TOKEN = "${{ secrets.VPS_API_TOKEN }}";

const CHECK_OUT = { uses: CHECKOUT, with: { "persist-credentials": false } } as const;

/** The step that brings the repository, without leaving credentials behind. */
export function checkout(): unknown {
  return CHECK_OUT;
}

/** A job on a fresh runner: it may read the repository where it checks it out, and nothing else. */
export function job(steps: readonly unknown[], over: Readonly<Record<string, unknown>> = {}): unknown {
  const permissions = steps.includes(CHECK_OUT) ? { contents: "read" } : {};
  return { ...over, "runs-on": "ubuntu-latest", "timeout-minutes": 10, permissions, steps };
}

/** A workflow of one job. */
export function oneJob({
  name,
  on,
  steps,
  ...rest
}: {
  readonly name: string;
  readonly on: unknown;
  readonly steps: readonly unknown[];
  readonly concurrency?: string;
}): Workflow {
  return { name, on, permissions: {}, ...rest, jobs: { dns: job(steps) } };
}
