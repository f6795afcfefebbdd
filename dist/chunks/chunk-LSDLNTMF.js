import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
function count(number,noun,plural=`${noun}s`){return number===0?`no ${plural}`:`${number.toLocaleString("en")} ${number===1?noun:plural}`}function enumerated(items,word="and"){let last=items.at(-1)??"";return items.length<2?last:`${items.slice(0,-1).join(", ")} ${word} ${last}`}export{count,enumerated};
