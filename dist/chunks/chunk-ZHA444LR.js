import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
function answeredDifferently(sent,held){let differing={name:sent.name!==void 0&&sent.name!==held.name,type:sent.type!==held.type,value:sent.value!==void 0&&sent.value!==held.value,ttl:sent.ttl!==void 0&&sent.ttl!==held.ttl,priority:sent.priority!==void 0&&sent.priority!==held.priority};return["name","type","value","ttl","priority"].filter(field=>differing[field])}export{answeredDifferently};
