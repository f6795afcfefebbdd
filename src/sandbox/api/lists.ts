// Lists as the pages leave them open: a bare array, or an envelope with a count and pages.
import { notFound } from "./refusal.ts";
import { arrayReply, objectReply, type Reply, type Rows } from "./reply.ts";

export interface ListSettings {
  /** How zones and records are listed; domains always come in an envelope (contract D1). */
  readonly lists: "array" | "envelope";
  /** Rows a page of an envelope; an array is never cut, for nothing in it could say so. */
  readonly pageSize: number;
  /** How an envelope points at its next page; the page's own example counts three, shows two and points nowhere. */
  readonly nextLinks: "absolute" | "relative" | "none";
  /** Where the API lives, for absolute links. */
  readonly origin: string;
}

/** What a list answers to: the path and query it was asked under. */
export interface ListRequest {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A list, or a page of it, as the settings have it. */
export function listReply<Row>(settings: ListSettings, request: ListRequest, list: Rows<Row>): Reply {
  return settings.lists === "array" ? arrayReply(list) : envelopeReply(settings, request, list);
}

/** `{count, results}`, with `next` and `previous` once there is more than a page. */
export function envelopeReply<Row>(settings: ListSettings, request: ListRequest, list: Rows<Row>): Reply {
  const { rows } = list;
  const pages = Math.max(1, Math.ceil(rows.length / settings.pageSize));
  const page = pageAsked(request.query, pages);
  const start = (page - 1) * settings.pageSize;
  const links =
    pages === 1 || settings.nextLinks === "none"
      ? {}
      : {
          next: page < pages ? link(settings, request, page + 1) : null,
          previous: page > 1 ? link(settings, request, page - 1) : null,
        };
  const part = rows.slice(start, start + settings.pageSize);
  return objectReply({ count: rows.length, ...links }, "results", { rows: part, shape: list.shape });
}

function pageAsked(query: URLSearchParams, pages: number): number {
  const text = query.get("page") ?? "1";
  const page = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (page < 1 || page > pages) throw notFound("Page");
  return page;
}

function link(settings: ListSettings, { path, query }: ListRequest, page: number): string {
  const next = new URLSearchParams(query);
  next.set("page", String(page));
  return `${settings.nextLinks === "absolute" ? settings.origin : ""}${path}?${next.toString()}`;
}
