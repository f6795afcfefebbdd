// Reads a whole list, in either shape and over as many pages as there are (contract, "A list may be a bare array").
import * as z from "zod/mini";
import type { Listing } from "./api.ts";
import { ask, type Caller } from "./caller.ts";
import { type Call, callUrl } from "./call.ts";
import { readRow } from "./read-row.ts";
import { wireNumber, wireText } from "./wire.ts";

/** A guard against a server whose pages never end: a million records at a hundred a page. */
const PAGES_MAX = 10_000;

const envelope = z.object({ count: wireNumber, next: wireText, results: z.array(z.unknown()) });
const listBody = z.union([
  z.pipe(
    z.array(z.unknown()),
    z.transform((results) => ({ count: undefined, next: undefined, results })),
  ),
  envelope,
]);

type Page = z.output<typeof listBody>;

/** Reads the row of a list; throws when it cannot be one. */
type ReadRow<Item> = (row: unknown) => Item;

/** Every item of a list; one that comes twice (pages that shift while they are read) is kept once. */
export async function listAllPages<Item extends { readonly id: string }>(
  caller: Caller,
  call: Call,
  read: ReadRow<Item>,
): Promise<Listing<Item>> {
  const items = new Map<string, Item>();
  let address = callUrl(caller.baseUrl, call);
  const seen = new Set([address.href]);
  let page: Page | undefined = await fetchPage(caller, call);
  let count = page.count;
  for (let number = 1; page !== undefined && number <= PAGES_MAX; number += 1) {
    const before = items.size;
    for (const row of page.results) {
      const item = read(row);
      items.set(item.id, item);
    }
    const more: boolean = page.next !== undefined || (count !== undefined && count > items.size);
    if (!more || page.results.length === 0) return listing([...items.values()], { caller, call, count });
    // A page that brings nothing new is the same page again.
    if (items.size === before) break;
    address = nextAddress(caller, { call, page, number });
    if (seen.has(address.href)) break;
    seen.add(address.href);
    page = await fetchFurtherPage(caller, { ...call, page: address });
    count = page?.count ?? count;
  }
  // Past the last page the list is as long as it gets; anything else that ends it early leaves it unfinished.
  const unfinished = page !== undefined && count === undefined;
  return listing([...items.values()], { caller, call, count, unfinished });
}

interface Counted {
  readonly caller: Caller;
  readonly call: Call;
  readonly count: number | undefined;
  readonly unfinished?: boolean;
}

function listing<Item>(items: readonly Item[], { caller, call, count, unfinished = false }: Counted): Listing<Item> {
  const total = Math.max(count ?? 0, items.length);
  const incomplete = items.length < total || unfinished;
  if (incomplete) {
    const { path } = call.endpoint;
    caller.log("warn", "The API counts more than it gives", { path, counted: total, given: items.length });
  }
  return { items, total, incomplete };
}

interface Turn {
  readonly call: Call;
  readonly page: Page;
  /** Of the page just read, from 1. */
  readonly number: number;
}

// Where the link is of no use, the next page by its number.
function nextAddress(caller: Caller, { call, page, number }: Turn): URL {
  const first = callUrl(caller.baseUrl, call);
  const next = page.next === undefined ? undefined : ownAddress(page.next, first);
  if (next !== undefined) return next;
  if (page.next !== undefined) caller.log("warn", "A next link leaves the API's origin and is not followed");
  first.searchParams.set("page", String(number + 1));
  return first;
}

// A server behind a proxy may write http: into its links; that is another origin, and the token stays here.
function ownAddress(next: string, base: URL): URL | undefined {
  if (!URL.canParse(next, base.href)) return undefined;
  const address = new URL(next, base);
  const own = address.origin === base.origin && address.username === "" && address.password === "";
  return own ? address : undefined;
}

async function fetchPage(caller: Caller, call: Call): Promise<Page> {
  const { body } = await ask(caller, call);
  return readRow(listBody, body, call.endpoint);
}

// Django answers 404 for a page past the last one.
async function fetchFurtherPage(caller: Caller, call: Call): Promise<Page | undefined> {
  const outcome = await caller.send(call);
  if (outcome.ok) return readRow(listBody, outcome.body, call.endpoint);
  if (outcome.status === 404) return undefined;
  throw outcome.error;
}
