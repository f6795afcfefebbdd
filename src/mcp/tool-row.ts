// The shape of one row of tool-list.json: what a client is told, and the two facts the server filters by.

/** All four hints, and the title where hosts of the 2025-03-26 revision look for it. */
export interface ToolHints {
  readonly title: string;
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** JSON Schema as plain data. */
export type SchemaJson = Readonly<Record<string, unknown>>;

export interface ToolRow {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: SchemaJson;
  readonly outputSchema: SchemaJson;
  readonly annotations: ToolHints;
  /** Not served: the set of `--toolsets` it belongs to. */
  readonly toolset: string;
  /** Not served: what it does to the world. */
  readonly effect: string;
}
