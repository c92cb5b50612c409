// Nanoseconds a call of the original and of ours for one case, by its name, as JSON. run.mjs starts it
// several times for each case: a process that has run nothing else is what a server is to its builder.

import { cases, original, ours, toolCases } from './cases.mjs';
import { inTurn } from './measure.mjs';

const { run, beside } = [...cases, ...toolCases].find(({ name }) => name === process.argv[2]);
const compared = beside ? cases.find(({ name }) => name === beside).run : run;
const [theirs, own] = await inTurn([() => compared(original), () => run(ours)]);
console.log(JSON.stringify({ original: theirs, ours: own }));
