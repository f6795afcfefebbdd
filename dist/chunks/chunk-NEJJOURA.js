import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
function cappedText(text){if(text.length<=4e4)return text;let room=text.slice(0,39800),end=room.lastIndexOf(`
`),kept=end>0?room.slice(0,end):room,lines=text.split(`
`).length,shown=kept.split(`
`).length;return`${kept}
(Cut here: ${shown} of ${lines} lines shown. Ask for less, with a filter or a limit; the structured result is whole.)`}var TOOLSETS=["zones","records","changes","domains","checks"];function defineOperation(operation){return{...operation,text:output=>cappedText(operation.text(output))}}export{TOOLSETS,defineOperation};
