import{recordTypes}from"./chunk-Y5BICNJY.js";import{isApexOf}from"./chunk-WUPCFWYX.js";function isApexNs({name,type},zone){return recordTypes[type].delegates&&isApexOf(name,zone)}export{isApexNs};
