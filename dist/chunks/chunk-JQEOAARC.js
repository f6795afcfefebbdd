import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
var SIGNALS=["SIGTERM","SIGINT","SIGHUP"];function whenToldToStop(stop){let release=()=>{for(let signal of SIGNALS)process.off(signal,told)},told=()=>{release(),stop()};for(let signal of SIGNALS)process.once(signal,told);return release}export{whenToldToStop};
