'use strict';

// Writes files of the project into the pages that show them: into the code block behind a comment
// with the file's name. `node scripts/embed-samples.js`

const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '..');
const PAGES = ['docs/frameworks.md'];

const EMBEDDED = /^<!-- (sample\/\S+) -->\n\n```(\w+)\n[\s\S]*?^```$/gm;

/** A page with the files that it names. */
function withSamples(page) {
  return page.replace(EMBEDDED, (_, file, language) => {
    const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
    return `<!-- ${file} -->\n\n\`\`\`${language}\n${text}\`\`\``;
  });
}

/** The files that a page shows. */
function samplesOf(page) {
  return [...page.matchAll(EMBEDDED)].map(([, file]) => file);
}

if (require.main === module) {
  for (const name of PAGES) {
    const file = path.join(ROOT, name);
    fs.writeFileSync(file, withSamples(fs.readFileSync(file, 'utf8')));
  }
}

module.exports = { PAGES, samplesOf, withSamples };
