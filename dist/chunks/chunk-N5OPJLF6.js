import{looseName,parseZoneName}from"./chunk-WUPCFWYX.js";function canonicalDomain(text){try{return parseZoneName(text)}catch{return looseName(text)}}export{canonicalDomain};
