import {
  askingFor,
  authoritativeTargets,
  authorityOf,
  lookAll,
  lookUntil,
  publicTargets,
  refreshed
} from "./chunk-U23FPBFD.mjs";
import "./chunk-45MGEOBG.mjs";
import "./chunk-WFGYDKFB.mjs";
import {
  isEverywhere,
  propagationOf
} from "./chunk-NZXBCILF.mjs";
import "./chunk-VZNKJXMV.mjs";
import "./chunk-CMFDKYYC.mjs";
import "./chunk-FDZT52PG.mjs";
import "./chunk-FKNTS2GN.mjs";
import "./chunk-UWZIXFLP.mjs";
import "./chunk-RJAMLTRO.mjs";
import "./chunk-2C77CGXU.mjs";
import "./chunk-2GJFCLDB.mjs";
import "./chunk-SRXP5WYM.mjs";
import "./chunk-P5BZS5M3.mjs";

// src/core/operations/wait/watch.ts
async function watch(context, subject, { wait, timeout }) {
  const asking = askingFor(context, timeout * 1e3);
  const started = asking.now();
  const tell = (looks2) => context.progress(Math.round((asking.now() - started) / 1e3), timeout, progressText(looks2));
  const find = () => authorityOf(context, asking, subject.zone);
  let authority = await find();
  const again = async () => {
    authority = refreshed(authority, await find());
    return authoritativeTargets(authority);
  };
  const known = authoritativeTargets(authority);
  const isVain = authority.delegation === "elsewhere" || authority.delegation === "none" && wait === "public";
  const first = isVain ? await lookAll(asking, known, subject) : await lookUntil(context, { asking, subject, tell }, { known, again });
  const looks = wait === "public" && !isVain && isEverywhere(first) ? [...first, ...await watchPublic(context, { asking, subject, tell })] : first;
  const isAnswered = isEverywhere(looks) && (wait === "authoritative" || looks.length > first.length);
  return propagationOf(isAnswered, looks, authority.note);
}
async function watchPublic(context, watching) {
  const again = () => publicTargets(watching.asking);
  return lookUntil(context, watching, { known: await again(), again });
}
function progressText(looks) {
  const lagging = looks.find(({ ok }) => !ok);
  const done = `${looks.filter(({ ok }) => ok).length} of ${looks.length} servers answer it`;
  return lagging === void 0 ? done : `${done}; ${lagging.target.host}: ${lagging.error ?? "not yet"}`;
}
export {
  watch
};
