// Reads every error body that the API, Django REST framework or a proxy in front of them may send
// (contract, "Error bodies"). What comes out is the server's text, still untrusted.
const DEPTH_MAX = 4;
const SENTENCES_MAX = 5;
/** Members that hold the whole story and no field's name. */
const PLAIN_MEMBERS = new Set(["detail", "details", "message", "error", "errors", "non_field_errors", "title"]);
/** Members that are not for reading. */
const SILENT_MEMBERS = new Set(["error_code", "code", "field", "status", "status_code", "type", "success"]);
/** The API's words for fields, and ours. */
const FIELDS: Readonly<Record<string, string>> = {
  record_type: "type",
  domain_name: "domain",
  uuid: "id",
};

/** What an error body says, the server's text still in it. */
export interface ErrorBody {
  /** Everything it says, joined. */
  readonly detail: string | undefined;
  /** The first field it blames, in our words. */
  readonly field: string | undefined;
  readonly errorCode: string | undefined;
  readonly html: boolean;
}

interface Sentence {
  readonly field: string | undefined;
  readonly text: string;
}

/** What an error body says; everything undefined where it says nothing readable. */
export function readErrorBody(text: string, contentType: string): ErrorBody {
  const html = isHtml(text, contentType);
  const body = html ? undefined : parseJson(text);
  const sentences = sentencesOf(body, undefined, 0).slice(0, SENTENCES_MAX);
  return {
    detail: sentences.length === 0 ? undefined : sentences.map(sentenceText).join(" "),
    field: fieldName(member(body, "field")) ?? sentences.find((sentence) => sentence.field !== undefined)?.field,
    errorCode: member(body, "error_code") ?? member(body, "code"),
    html,
  };
}

/** Whether a body is a page for people: a proxy's or a login form's. */
export function isHtml(text: string, contentType: string): boolean {
  return /^\s*(text\/html|application\/xhtml)/i.test(contentType) || /^\s*</.test(text);
}

function sentencesOf(body: unknown, field: string | undefined, depth: number): Sentence[] {
  if (typeof body === "string" && body.trim() !== "") return [{ field, text: body.trim() }];
  if (typeof body !== "object" || body === null || depth > DEPTH_MAX) return [];
  if (Array.isArray(body)) return body.flatMap((item: unknown) => sentencesOf(item, field, depth + 1));
  return Object.entries(body)
    .filter(([name]) => !SILENT_MEMBERS.has(name))
    .flatMap(([name, value]: [string, unknown]) =>
      sentencesOf(value, PLAIN_MEMBERS.has(name) ? field : (fieldName(name) ?? field), depth + 1),
    );
}

function sentenceText({ field, text }: Sentence): string {
  return field === undefined ? text : `${field}: ${text}`;
}

// A field's name becomes part of an error's path, so nothing but a plain word passes.
function fieldName(name: string | undefined): string | undefined {
  if (name === undefined || !/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name)) return undefined;
  return Object.hasOwn(FIELDS, name) ? FIELDS[name] : name;
}

function member(body: unknown, name: string): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const found: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof found === "string" ? found : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Plain text from a proxy ("upstream connect error") is worth quoting as well.
    return text;
  }
}
