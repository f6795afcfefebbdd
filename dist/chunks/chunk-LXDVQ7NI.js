import{looseName,parseZoneName}from"./chunk-KCBWO3AW.js";function canonicalDomain(text){try{return parseZoneName(text)}catch{return looseName(text)}}export{canonicalDomain};
