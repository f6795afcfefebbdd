import {
  VpsError
} from "./chunk-SRXP5WYM.mjs";

// src/platform/state/state-folder.ts
import { randomBytes } from "node:crypto";
import { constants, statSync } from "node:fs";
import { open, readdir, readFile, rename, unlink } from "node:fs/promises";
import { join } from "node:path";

// src/platform/state/make-folder.ts
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
async function makeFolder(path, mode) {
  const failure = await made(path, mode);
  if (failure === void 0) return;
  if (failure.code !== "ENOENT" || dirname(path) === path) throw failure.error;
  await makeFolder(dirname(path), mode);
  const again = await made(path, mode);
  if (again !== void 0) throw again.error;
}
async function made(path, mode) {
  try {
    await mkdir(path, { mode });
    return void 0;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : void 0;
    return code === "EEXIST" ? void 0 : { code, error };
  }
}

// src/platform/state/state-folder.ts
var PRIVATE_FOLDER = 448;
var PRIVATE_FILE = 384;
function stateFolder(base, folder) {
  const path = join(base, folder);
  const file = (name) => join(path, name);
  const names = () => guarded(async () => (await absentAs([], () => readdir(path))).filter(isEntry).sort());
  return {
    create: (name, text, options) => guarded(() => createFile(path, file(name), { text, ...options })),
    append: (name, line, options) => guarded(() => absentAs(false, () => appendLine(file(name), line, options?.sync ?? false)), UNWRITTEN),
    read: (name) => guarded(() => absentAs(void 0, () => readFile(file(name), "utf8"))),
    size: (name) => statOf(file(name))?.size,
    age: (name) => guarded(() => absentAs(void 0, () => ageOf(path, file(name)))),
    names,
    byAge: async () => {
      const written = (await names()).map((name) => ({ name, at: statOf(file(name))?.mtimeMs ?? 0 }));
      return written.sort((a, b) => a.at - b.at).map(({ name }) => name);
    },
    take: (name) => guarded(() => absentAs(false, () => takeFile(file(name))))
  };
}
var TEMPORARY = ".tmp-";
function isEntry(name) {
  return !name.startsWith(TEMPORARY);
}
async function createFile(folder, path, { text, passing = false }) {
  let handle;
  try {
    handle = await openNew(folder, path);
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
  try {
    await handle.writeFile(text);
    if (!passing) await handle.sync();
  } finally {
    await handle.close();
  }
  if (!passing) await syncFolder(folder);
  return true;
}
async function openNew(folder, path) {
  try {
    return await open(path, "wx", PRIVATE_FILE);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
    await makeFolder(folder, PRIVATE_FOLDER);
    return open(path, "wx", PRIVATE_FILE);
  }
}
async function appendLine(path, line, sync) {
  const handle = await open(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    await handle.writeFile(sync ? `
${line}
` : `${line}
`);
    if (sync) await handle.sync();
    return true;
  } finally {
    await handle.close();
  }
}
async function takeFile(path) {
  const taken = temporary(join(path, ".."));
  await rename(path, taken);
  await unlink(taken);
  return true;
}
function temporary(folder) {
  return join(folder, `${TEMPORARY}${randomBytes(8).toString("hex")}`);
}
async function ageOf(folder, path) {
  const written = await writtenAt(path, "r");
  const probe = temporary(folder);
  try {
    return await writtenAt(probe, "wx") - written;
  } finally {
    await unlink(probe);
  }
}
async function writtenAt(path, flag) {
  const handle = await open(path, flag, PRIVATE_FILE);
  try {
    if (flag === "wx") await handle.writeFile("\n");
    return (await handle.stat()).mtimeMs;
  } finally {
    await handle.close();
  }
}
async function syncFolder(folder) {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
function statOf(path) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new VpsError("state_unavailable", UNUSABLE.message, { hint: UNUSABLE.hint, cause: error });
  }
}
async function absentAs(absent, work) {
  try {
    return await work();
  } catch (error) {
    if (isCode(error, "ENOENT")) return absent;
    throw error;
  }
}
var UNUSABLE = {
  message: "The state folder cannot be used, so nothing was sent.",
  hint: "Make it writable, or name another with --state-dir."
};
var UNWRITTEN = {
  message: "The state folder took no more, so the journal does not tell the outcome of what was sent.",
  hint: "Make room or make it writable; list_changes shows the change as unknown, and undo_change settles it."
};
async function guarded(work, { message, hint } = UNUSABLE) {
  try {
    return await work();
  } catch (error) {
    throw new VpsError("state_unavailable", message, { hint, cause: error });
  }
}
function isCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}

export {
  stateFolder,
  isCode
};
