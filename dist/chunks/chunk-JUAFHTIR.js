import{recordTypes}from"./chunk-FBUNBPHX.js";import{isApexOf}from"./chunk-KCBWO3AW.js";function isApexNs({name,type},zone){return recordTypes[type].delegates&&isApexOf(name,zone)}export{isApexNs};
