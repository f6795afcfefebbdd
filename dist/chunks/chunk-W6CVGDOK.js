import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
import{InputError}from"./chunk-LTNCPLZR.js";import{readFile}from"node:fs/promises";async function tokenFromFile(path){if(path!==void 0)try{return await readFile(path,"utf8")}catch(error){throw new InputError("token_missing","The token file could not be read.",{field:"token-file",hint:"Check that --token-file names a readable file that holds the token and nothing else.",cause:error})}}export{tokenFromFile};
