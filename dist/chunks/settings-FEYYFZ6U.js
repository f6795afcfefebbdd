import{DEFAULT_API_URL,isLoopback,parseApiUrl,parseToken}from"./chunk-RFYABEDY.js";import"./chunk-LTNCPLZR.js";import"./chunk-Y26MENNJ.js";export{DEFAULT_API_URL,isLoopback,parseApiUrl,parseToken};
