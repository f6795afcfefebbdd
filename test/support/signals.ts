// What a system can do to a process of a test.

/** Whether a process can be told to end and hear of it: on Windows every signal but Ctrl-C in a console ends it at once. */
export const hasSignals = process.platform !== "win32";
