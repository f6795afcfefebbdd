var PLAN_MODES=["merge","replace","exact"];export{PLAN_MODES};
