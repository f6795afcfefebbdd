// The resources and templates as clients list them. What is read through a tool's operation is there while the tool is.
import type { Resource, ResourceTemplateType as ResourceTemplate } from "@modelcontextprotocol/server";
import { CHANGE_ICON, DOMAIN_ICON, ZONE_ICON } from "../icons.ts";

/** A thing to read, and the tool whose absence takes it away. */
interface Needing<Listed> {
  readonly tool: string;
  readonly listed: Listed;
}

/** RFC 4027; hosts that do not know it treat it as text. */
export const ZONE_FILE_TYPE = "text/dns";
export const TEXT_TYPE = "text/plain";

export const ZONES_URI = "vps://zones";
export const DOMAINS_URI = "vps://domains";
export const ZONE_TEMPLATE = "vps://zones/{zone}";
export const CHANGE_TEMPLATE = "vps://changes/{change}";

const RESOURCES: readonly Needing<Resource>[] = [
  {
    tool: "list_zones",
    listed: {
      uri: ZONES_URI,
      name: "zones",
      title: "Zones",
      description: "The account's DNS zones, a line each.",
      mimeType: TEXT_TYPE,
      icons: [...ZONE_ICON],
    },
  },
  {
    tool: "list_domains",
    listed: {
      uri: DOMAINS_URI,
      name: "domains",
      title: "Domains",
      description: "The registered domains with expiry and settings, a line each.",
      mimeType: TEXT_TYPE,
      icons: [...DOMAIN_ICON],
    },
  },
];

const TEMPLATES: readonly Needing<ResourceTemplate>[] = [
  {
    tool: "export_zone",
    listed: {
      uriTemplate: ZONE_TEMPLATE,
      name: "zone",
      title: "Zone file",
      description: "A zone as a BIND master file.",
      mimeType: ZONE_FILE_TYPE,
      icons: [...ZONE_ICON],
    },
  },
  {
    tool: "list_changes",
    listed: {
      uriTemplate: CHANGE_TEMPLATE,
      name: "change",
      title: "Change",
      description: "A change made through this program: what went and what came, record by record.",
      mimeType: TEXT_TYPE,
      icons: [...CHANGE_ICON],
    },
  },
];

interface Named {
  readonly name: string;
}

/** The resources that go with these tools. */
export function listedResources(tools: readonly Named[]): Resource[] {
  return withTheirTool(RESOURCES, tools);
}

/** The templates that go with these tools. */
export function listedTemplates(tools: readonly Named[]): ResourceTemplate[] {
  return withTheirTool(TEMPLATES, tools);
}

/** A resource's or a template's address, and what the URI says where the template has its variable. */
export interface Place {
  readonly of: string;
  /** Decoded; empty for a resource that is no template's. */
  readonly value: string;
}

/** Where a URI leads, if anywhere with these tools. */
export function placeOf(tools: readonly Named[], uri: string): Place | undefined {
  if (listedResources(tools).some((resource) => resource.uri === uri)) return { of: uri, value: "" };
  for (const { uriTemplate } of listedTemplates(tools)) {
    const value = variableIn(uriTemplate, uri);
    if (value !== undefined) return { of: uriTemplate, value };
  }
  return undefined;
}

// Every template ends in its one variable.
function variableIn(template: string, uri: string): string | undefined {
  const stem = template.slice(0, template.indexOf("{"));
  const rest = uri.startsWith(stem) ? uri.slice(stem.length) : "";
  if (rest === "" || rest.includes("/")) return undefined;
  try {
    return decodeURIComponent(rest);
  } catch {
    // Not a URI's escapes, so nothing that was ever given out.
    return undefined;
  }
}

function withTheirTool<Listed>(rows: readonly Needing<Listed>[], tools: readonly Named[]): Listed[] {
  return rows.filter(({ tool }) => tools.some(({ name }) => name === tool)).map(({ listed }) => listed);
}
