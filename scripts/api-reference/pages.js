'use strict';

// Pages of Markdown from what read.js gives.

const NOTE = '<!-- Made from the declarations by `npm run docs:api`; do not edit. -->';

const KINDS = {
  class: 'class',
  function: 'function',
  namespace: 'namespace',
  constant: 'constant',
  type: 'type',
};

function renderIndex(modules) {
  const rows = modules.map(({ page, specifier, file, entries }) => {
    const title = specifier ? `\`${specifier}\`` : `part of \`agora-token\`: ${titleOf(file)}`;
    const names = entries.filter((it) => it.file === file).map(({ name }) => `\`${name}\``);
    return `| [${title}](${page}) | ${names.join(', ')} |`;
  });
  return `${NOTE}

# API reference

A page for each module and what it declares. The pages beside this folder explain how to use them; this is
the list.

| module | declares |
| --- | --- |
${rows.join('\n')}
`;
}

/** What the page of a part of the root is called: its file without folder. */
function titleOf(file) {
  return file.replace(/(\/index)?\.d\.ts$/, '').replace(/^.*\//, '');
}

function renderPage(module, modules) {
  const { specifier, file, summary, entries } = module;
  const own = entries.filter((it) => it.file === file);
  const others = entries.filter((it) => it.file !== file);
  const title = specifier ? `\`${specifier}\`` : titleOf(file);
  const blocks = [NOTE, `# ${title}`];
  if (!specifier) blocks.push('The root, `agora-token`, exports what is used of it.');
  if (summary) blocks.push(summary);
  if (others.length > 0) blocks.push(renderOthers(others, modules));
  blocks.push(...own.flatMap((entry) => renderEntry(entry, modules)));
  return `${blocks.join('\n\n')}\n`;
}

/** Exports that are declared elsewhere. */
function renderOthers(entries, modules) {
  const rows = entries.map(({ name, own, file, comment }) => {
    const page = modules.find((it) => it.file === file)?.page;
    const link = page ? `[\`${name}\`](${page}#${anchorOf(own)})` : `\`${name}\``;
    return `| ${link} | ${firstSentence(comment)} |`;
  });
  return ['| declared elsewhere | what |', '| --- | --- |', ...rows].join('\n');
}

function renderEntry(entry, modules) {
  const { name, kind, text, members } = entry;
  const blocks = [`## ${name}`, `${capital(KINDS[kind])}. ${entry.comment}`.trim()];
  if (text) blocks.push(code(text));
  blocks.push(...renderTags(entry));
  const [calls, values] = [members.filter((it) => it.isCall), members.filter((it) => !it.isCall)];
  if (values.length > 0) blocks.push(renderValues(values));
  const [elsewhere, here] = [calls.filter((it) => it.target), calls.filter((it) => !it.target)];
  if (elsewhere.length > 0) blocks.push(renderTargets(elsewhere, modules));
  for (const member of here) {
    blocks.push(`### ${name}.${member.name}`, code(member.text));
    if (member.comment) blocks.push(member.comment);
    blocks.push(...renderTags(member));
  }
  return blocks;
}

/** Fields and constants, each in a row. */
function renderValues(values) {
  const rows = values.map(({ text, comment, deprecated }) => {
    const cells = [comment, deprecated && `**Deprecated.** ${deprecated}`].filter(Boolean);
    return `| \`${cell(text)}\` | ${cell(cells.join(' '))} |`;
  });
  return ['| member | what |', '| --- | --- |', ...rows].join('\n');
}

/** Functions whose description is that of a class's method. */
function renderTargets(members, modules) {
  const rows = members.map(({ name, comment, target: { file, owner } }) => {
    const { page } = modules.find((it) => it.file === file);
    return `| [\`${name}\`](${page}#${anchorOf(`${owner}.${name}`)}) | ${firstSentence(comment)} |`;
  });
  return ['| function | what |', '| --- | --- |', ...rows].join('\n');
}

function renderTags({ deprecated, params, returns, throws, examples }) {
  const blocks = [];
  if (deprecated !== undefined) blocks.push(`**Deprecated.** ${deprecated}`);
  if (params.length > 0) {
    const rows = params.map(({ name, text }) => `| \`${name}\` | ${cell(text)} |`);
    blocks.push(['| parameter | |', '| --- | --- |', ...rows].join('\n'));
  }
  if (returns) blocks.push(`Returns: ${returns}`);
  for (const it of throws) blocks.push(`Throws: ${it}`);
  for (const example of examples) {
    const [, caption, source] = /^(?:<caption>(.*?)<\/caption>\s*)?(.*)$/s.exec(example);
    blocks.push(caption ? `Example, ${caption.toLowerCase()}:` : 'Example:', code(source));
  }
  return blocks;
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}

function code(text) {
  return `\`\`\`ts\n${text.trim()}\n\`\`\``;
}

/** Text for a cell of a table. */
function cell(text) {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

function firstSentence(text) {
  return cell(text).split(/(?<=\.) /)[0];
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

module.exports = { anchorOf, renderIndex, renderPage };
