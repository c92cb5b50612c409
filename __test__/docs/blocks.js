'use strict';

// The code blocks of a page: those that run, each with the output that the page shows for it.
//
// ```js        a program; a ```text block right behind it is what it prints
// ```console   lines that begin with `$ ` are commands; the lines behind each are what it prints
//
// Blocks in other languages (sh, json, ts …) are shown and not run.

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;
const HEADING = /^#{1,6} (.*)$/gm;

function readBlocks(markdown) {
  const blocks = [...markdown.matchAll(FENCE)].map((match) => ({
    language: match[1],
    text: match[2],
    start: match.index,
    end: match.index + match[0].length,
    heading: headingBefore(markdown, match.index),
  }));
  const runnable = [];
  blocks.forEach((block, index) => {
    if (block.language === 'js') {
      const next = blocks[index + 1];
      const follows =
        next?.language === 'text' && markdown.slice(block.end, next.start).trim() === '';
      runnable.push({ ...block, output: follows ? next.text : '' });
    }
    if (block.language === 'console') runnable.push(...commandsOf(block));
  });
  return runnable;
}

function headingBefore(markdown, index) {
  // Comments of shell blocks look like headings, so fences are blanked out first.
  const prose = markdown.slice(0, index).replace(FENCE, (text) => text.replace(/[^\n]/g, ' '));
  return [...prose.matchAll(HEADING)].at(-1)?.[1] ?? '';
}

function commandsOf(block) {
  return block.text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [, command, output] = /^((?:[^\n]*\\\n)*[^\n]*\n)([\s\S]*)$/.exec(part);
      return { ...block, text: command, output };
    });
}

module.exports = { readBlocks };
