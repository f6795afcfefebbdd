import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
function plainText(text,maxLength=500){let{kept,rest}=cut(text,maxLength);return visible(kept)+rest}function quotedText(text,maxLength=500){let{kept,rest}=cut(text,maxLength);return`"${visible(kept.replace(/["\\]/g,"\\$&"))}${rest}"`}function wordText(text,maxLength){return WORD.test(text)?plainText(text,maxLength):quotedText(text,maxLength)}var WORD=/^[A-Za-z0-9_.:@/*+=\\-]+$/;function cut(text,maxLength){return text.length<=maxLength?{kept:text,rest:""}:{kept:text.slice(0,maxLength),rest:`… (${text.length.toLocaleString("en")} characters in all)`}}function visible(text){return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,character=>`\\u{${character.codePointAt(0)?.toString(16)??""}}`)}function cappedText(text){if(text.length<=4e4)return text;let end=lastLines(text),room=text.slice(0,39800-end.length),cut2=room.lastIndexOf(`
`),kept=cut2>0?room.slice(0,cut2):room,lines2=text.split(`
`).length,shown=kept.split(`
`).length+end.split(`
`).length-1;return`${kept}
(Cut here: ${shown} of ${lines2} lines shown. The structured result is whole; where there is a filter or a limit, ask for less.)${end}`}function lastLines(text){let lines2=text.trimEnd().split(`
`).slice(-3);return lines2.map((_,at)=>`
${lines2.slice(at).join(`
`)}`).find(end=>end.length<=2e3)??""}var TOOLSETS=["zones","records","changes","domains","checks"];function defineOperation(operation){return{...operation,text:output=>cappedText(operation.text(output))}}function lines(...parts){return parts.flat().filter(part=>part!==void 0&&part!=="").join(`
`)}function warningLines(warnings){return(warnings??[]).map(warning=>`Warning: ${warning}`)}export{plainText,quotedText,wordText,cappedText,TOOLSETS,defineOperation,lines,warningLines};
