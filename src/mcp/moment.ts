// Something that happens once, and that others wait for.

export interface Moment {
  readonly reached: Promise<void>;
  /** Has an effect the first time only. */
  readonly reach: () => void;
}

/** A moment that has not come yet. */
export function moment(): Moment {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    reached: new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true })),
    reach: () => controller.abort(),
  };
}
