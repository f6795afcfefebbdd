// A small change to a file of a third party, made when it is bundled.

/** It throws when the file is no longer what it was made for. */
export interface Rewrite {
  readonly file: RegExp;
  readonly rewrite: (source: string) => string;
}
