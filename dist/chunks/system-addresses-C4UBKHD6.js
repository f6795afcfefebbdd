import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import"./chunk-Y26MENNJ.js";import{lookup}from"node:dns/promises";import{setTimeout as sleep}from"node:timers/promises";var PATIENCE_MS=3e3;async function systemAddresses(host){let over=new AbortController,found=lookup(host,{all:!0}).then(rows=>rows.map(({address})=>address),()=>[]),late=sleep(PATIENCE_MS,[],{signal:over.signal}).catch(()=>[]),addresses=await Promise.race([found,late]);return over.abort(),addresses}export{systemAddresses};
