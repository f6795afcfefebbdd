// Every task, in the order of the table of results.
import type { Task } from "../task.ts";
import { accountTasks } from "./account.ts";
import { changeTasks } from "./change.ts";
import { lookTasks } from "./look.ts";
import { mailTasks } from "./mail.ts";
import { refusedTasks } from "./refused.ts";

export const tasks: readonly Task[] = [...lookTasks, ...changeTasks, ...mailTasks, ...accountTasks, ...refusedTasks];
