function cappedText(text){if(text.length<=4e4)return text;let end=lastLines(text),room=text.slice(0,39800-end.length),cut=room.lastIndexOf(`
`),kept=cut>0?room.slice(0,cut):room,lines2=text.split(`
`).length,shown=kept.split(`
`).length+end.split(`
`).length-1;return`${kept}
(Cut here: ${shown} of ${lines2} lines shown. The structured result is whole; where there is a filter or a limit, ask for less.)${end}`}function lastLines(text){let lines2=text.trimEnd().split(`
`).slice(-3);return lines2.map((_,at)=>`
${lines2.slice(at).join(`
`)}`).find(end=>end.length<=2e3)??""}var TOOLSETS=["zones","records","changes","domains","checks"];function defineOperation(operation){return{...operation,text:output=>cappedText(operation.text(output))}}function lines(...parts){return parts.flat().filter(part=>part!==void 0&&part!=="").join(`
`)}function warningLines(warnings){return(warnings??[]).map(warning=>`Warning: ${warning}`)}export{cappedText,TOOLSETS,defineOperation,lines,warningLines};
