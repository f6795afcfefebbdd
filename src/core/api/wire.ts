// The small change of the API's JSON: any member may be null, missing or of an unexpected type without breaking a
// read (contract, "Any field may be null or missing").
import * as z from "zod/mini";

/** An opaque id; a number is one too. */
export const wireId = z.pipe(z.union([z.string().check(z.minLength(1)), z.number()]), z.transform(String));

/** A text, or undefined. */
export const wireText = z.pipe(
  z.catch(z.nullish(z.string()), undefined),
  z.transform((text) => text ?? undefined),
);

/** A number, also when it is written as text (Django's decimals are), or undefined. */
export const wireNumber = z.pipe(
  z.catch(z.nullish(z.union([z.number(), z.string().check(z.regex(/^-?\d+(\.\d+)?$/))])), undefined),
  z.transform((value) => (value === null || value === undefined ? undefined : Number(value))),
);

/** A yes or no, or undefined. */
export const wireFlag = z.pipe(
  z.catch(z.nullish(z.boolean()), undefined),
  z.transform((flag) => flag ?? undefined),
);

/** The texts of an array, or undefined. */
export const wireTexts = z.pipe(
  z.catch(z.nullish(z.array(z.string())), undefined),
  z.transform((texts) => texts ?? undefined),
);

/** The same members without those that are undefined. */
type Present<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is undefined, so that a missing member stays missing. */
export function present<T extends object>(value: T): Present<T>;
export function present(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
