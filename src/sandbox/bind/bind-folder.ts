// The folder that a BIND serves from: a zone file per zone and the fragment that lists them, each replaced whole.
import { type FileHandle, open, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DnsRecord } from "../../core/dns/record.ts";
import { printZoneFile } from "../../core/dns/zonefile/print-zone-file.ts";
import { InputError } from "../../core/errors.ts";
import type { ServedZone } from "../dns/served-zone.ts";
import type { ServedZones } from "../dns/served-zones.ts";
import { lockFolder } from "../folder-lock.ts";
import { makeFolder } from "../make-folder.ts";
import { checkPath, FRAGMENT, isZoneFileName, quoted, TEMPORARY, zoneFileName } from "./file-names.ts";

/** The first line of every file here; a file without it is somebody else's and stays. */
const MARK = "; Written by vps-dns sandbox: changes made here are lost.\n";
/** named.conf has no semicolon comments. */
const FRAGMENT_MARK = MARK.replace(";", "//");
/** `named` runs as a user of its own, which has to read what is here; its umask applies. */
const FOLDER_MODE = 0o755;

export interface BindFolder {
  /**
   * Brings the files of these zones to what is served now; resolves when all are in place.
   * @throws InputError `conflict` when somebody else's file is in the way
   */
  update(origins: Iterable<string>): Promise<void>;
  /** Lets another sandbox have the folder. */
  close(): Promise<void>;
}

/**
 * Makes the folder, fills it with every zone there is, and takes away the files of zones that earlier sandboxes had.
 * @throws InputError
 */
export async function openBindFolder(path: string, zones: ServedZones): Promise<BindFolder> {
  await makeFolder(path, FOLDER_MODE);
  const folder = await realpath(path);
  checkPath(folder);
  const lock = await lockFolder(folder, "bind");
  try {
    await update({ folder, zones }, zones.origins());
    await removeLeftOver({ folder, zones });
  } catch (error) {
    await lock.release();
    throw error;
  }
  return { update: (origins) => update({ folder, zones }, origins), close: () => lock.release() };
}

interface Place {
  readonly folder: string;
  readonly zones: ServedZones;
}

async function update({ folder, zones }: Place, origins: Iterable<string>): Promise<void> {
  const gone: string[] = [];
  for (const origin of origins) {
    const zone = zones.zoneAt(origin);
    const path = join(folder, zoneFileName(origin));
    if (zone === undefined) gone.push(path);
    else await replaceFile(path, { mark: MARK, text: zoneText(zone) });
  }
  await replaceFile(join(folder, FRAGMENT), { mark: FRAGMENT_MARK, text: fragmentText(folder, zones.origins()) });
  // Last, so that the fragment never names a file that is not there.
  for (const path of gone) await rm(path, { force: true });
}

function zoneText(zone: ServedZone): string {
  const { origin, nameservers, serial } = zone;
  const records = zone.records().map((record): DnsRecord => {
    // The name server gives an RRset one TTL, its oldest record's; BIND takes that of the first line.
    return { ...record, ttl: zone.rrset(record.name, record.type)?.ttl ?? record.ttl };
  });
  return printZoneFile({ zone: origin, records, nameservers, soa: { serial } });
}

function fragmentText(folder: string, origins: readonly string[]): string {
  const clauses = origins
    .toSorted()
    .map((origin) => `zone ${quoted(origin)} { type primary; file ${quoted(join(folder, zoneFileName(origin)))}; };\n`);
  return clauses.join("");
}

/** Whoever reads the file meanwhile sees the old one or the new one, whole. */
async function replaceFile(path: string, { mark, text }: { readonly mark: string; readonly text: string }) {
  const held = await startOf(path, mark.length);
  if (held !== undefined && held !== mark) throw somebodyElses(path);
  const temporary = join(dirname(path), TEMPORARY);
  await writeFile(temporary, mark + text);
  await rename(temporary, path);
}

/** Zone files that a sandbox wrote and that none of the zones needs. */
async function removeLeftOver({ folder, zones }: Place): Promise<void> {
  const needed = new Set(zones.origins().map(zoneFileName));
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !isZoneFileName(entry.name) || needed.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if ((await startOf(path, MARK.length)) === MARK) await rm(path, { force: true });
  }
}

/** So many octets of a file as text; undefined where there is none. */
async function startOf(path: string, length: number): Promise<string | undefined> {
  const handle = await opened(path);
  if (handle === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function opened(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function somebodyElses(path: string): InputError {
  return new InputError(
    "conflict",
    `The bind folder holds a file of somebody else's that is called ${basename(path)}.`,
    {
      field: "bind",
      hint: "Move the file away, or name another folder.",
    },
  );
}
