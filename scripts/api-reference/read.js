'use strict';

// Reads declarations into plain data: modules, their exports, and what the comments say of each.

const path = require('node:path');
const ts = require('../../__test__/types/node_modules/typescript-5.9');

const printer = ts.createPrinter({ removeComments: true });

/**
 * @param {string} root - the folder of the package
 * @param {[string, string | undefined][]} files - each with the module that a user imports
 */
function readModules(root, files) {
  const names = files.map(([file]) => path.join(root, file));
  const program = ts.createProgram(names, {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
  });
  const checker = program.getTypeChecker();
  return files.map(([file, specifier], at) => {
    const source = program.getSourceFile(names[at]);
    return {
      file,
      specifier,
      page: pageOf(file),
      summary: headComment(source),
      entries: exportsOf(source, checker).map((symbol) => readSymbol(symbol, checker, root)),
    };
  });
}

/** `src/AccessToken2.d.ts` is on `AccessToken2.md`; names that occur twice keep their folder. */
function pageOf(file) {
  if (file === 'index.d.ts') return 'agora-token.md';
  const name = file.replace(/(\/index)?\.d\.ts$/, '').replace(/^(src|tools)\//, '');
  return `${name.replace(/^(builder|decode|verify|batch)\//, '').replaceAll('/', '-')}.md`;
}

/** The comment at the head of a file, unless it belongs to its first declaration. */
function headComment(source) {
  const [range, next] = ts.getLeadingCommentRanges(source.text, 0) ?? [];
  const [first] = source.statements;
  const isOfFile = next || (first && ts.isImportDeclaration(first));
  if (!range || !isOfFile) return undefined;
  return source.text
    .slice(range.pos, range.end)
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^ *\* ?/gm, '')
    .split(/^@/m)[0]
    .trim();
}

function exportsOf(source, checker) {
  const module = checker.getSymbolAtLocation(source);
  const assigned = module.exports.get('export=');
  if (assigned) return [checker.getAliasedSymbol(assigned)];
  // In the order of the file: the checker gives functions first.
  const position = ({ declarations: [first] }) => first.pos;
  return checker.getExportsOfModule(module).sort((one, other) => position(one) - position(other));
}

function readSymbol(exported, checker, root) {
  const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
  const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
  const declarations = symbol.declarations ?? [];
  const [first] = declarations;
  return {
    name: exported.name === 'export=' ? symbol.name : exported.name,
    /** The file in which it is declared. */
    file: path.relative(root, first.getSourceFile().fileName).replaceAll(path.sep, '/'),
    own: symbol.name,
    kind: kindOf(first),
    ...commentOf(symbol, checker),
    text: textOf(declarations),
    members: membersOf(declarations, checker, root),
  };
}

function kindOf(declaration) {
  if (ts.isClassDeclaration(declaration)) return 'class';
  if (ts.isFunctionDeclaration(declaration)) return 'function';
  if (ts.isModuleDeclaration(declaration)) return 'namespace';
  if (ts.isVariableDeclaration(declaration)) return 'constant';
  return 'type';
}

function commentOf(symbol, checker) {
  return readComment(symbol.getDocumentationComment(checker), symbol.getJsDocTags(checker));
}

function readComment(parts, tags) {
  const textOfTag = ({ text }) => plain(ts.displayPartsToString(text));
  const all = (name) => tags.filter((tag) => tag.name === name).map(textOfTag);
  return {
    comment: plain(ts.displayPartsToString(parts)),
    deprecated: all('deprecated')[0],
    params: tags
      .filter((tag) => tag.name === 'param')
      .map((tag) => {
        const [, name, text] = /^(\w+)\s*(.*)$/s.exec(textOfTag(tag));
        return { name, text };
      }),
    returns: all('returns')[0],
    throws: all('throws'),
    examples: all('example'),
  };
}

/** Links as the names in them. */
function plain(text) {
  return text.replace(/\{@link\s+([\w.]+)\s*\}/g, '`$1`').trim();
}

/** The declaration as text: of a class or a namespace only its head, as its members follow. */
function textOf(declarations) {
  return declarations
    .filter((it) => !ts.isClassDeclaration(it) && !ts.isModuleDeclaration(it))
    .map((it) => {
      const node = ts.isVariableDeclaration(it) ? it.parent.parent : it;
      return print(node);
    })
    .join('\n');
}

/** Without comments. A signature stays as it is written, a parameter a line; it has none inside. */
function print(node) {
  if (ts.isFunctionLike(node)) {
    const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
    const [indent] = /^ */.exec(node.getSourceFile().text.split('\n')[line]);
    const text = node.getText().replace(/^export (declare )?/, '');
    return text.replaceAll(`\n${indent}`, '\n');
  }
  return printer
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
    .replace(/^export (declare )?/, '')
    .replace(/^( {4})+/gm, (indent) => ' '.repeat(indent.length / 2));
}

function membersOf(declarations, checker, root) {
  return declarations.flatMap((declaration) => {
    if (ts.isClassDeclaration(declaration)) return groupSignatures(declaration.members, checker);
    if (ts.isInterfaceDeclaration(declaration)) return namedMembers(declaration, checker);
    if (ts.isModuleDeclaration(declaration)) {
      return declaration.body.statements.flatMap((it) => namespaceMember(it, checker, root));
    }
    const literal = ts.isVariableDeclaration(declaration) && declaration.type;
    return literal && ts.isTypeLiteralNode(literal) ? namedMembers(literal, checker) : [];
  });
}

/** Members of a class; a signature without a comment belongs to the one before it. */
function groupSignatures(members, checker) {
  const groups = [];
  for (const member of members) {
    const isPrivate = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0;
    if (isPrivate) continue;
    const name = ts.isConstructorDeclaration(member) ? 'constructor' : member.name.getText();
    const isCall = ts.isConstructorDeclaration(member) || ts.isMethodDeclaration(member);
    const comment = isCall ? signatureComment(member, checker) : commentOf(member.symbol, checker);
    const before = groups.at(-1);
    if (before?.name === name && comment.comment === '') {
      before.text += `\n${print(member)}`;
    } else {
      groups.push({ name, text: print(member).replace(/;$/, ''), isCall, ...comment });
    }
  }
  return groups;
}

function signatureComment(declaration, checker) {
  const signature = checker.getSignatureFromDeclaration(declaration);
  return readComment(signature.getDocumentationComment(checker), signature.getJsDocTags());
}

function namedMembers({ members }, checker) {
  return members
    .filter((member) => member.name)
    .map((member) => ({
      name: member.name.getText(),
      text: print(member).replace(/;$/, ''),
      isCall: false,
      ...commentOf(member.symbol, checker),
    }));
}

/** A function of a namespace, which is that of a class elsewhere, or declared here. */
function namespaceMember(statement, checker, root) {
  if (ts.isFunctionDeclaration(statement)) {
    const comment = signatureComment(statement, checker);
    return [{ name: statement.name.text, text: print(statement), isCall: true, ...comment }];
  }
  const [variable] = statement.declarationList.declarations;
  const comment = commentOf(variable.symbol, checker);
  // The last one with a comment: the overloads of agora-token come last.
  const signature = checker
    .getTypeAtLocation(variable)
    .getCallSignatures()
    .findLast((it) => it.getDocumentationComment(checker).length > 0);
  const isQuery = variable.type && ts.isTypeQueryNode(variable.type);
  if (signature && isQuery) {
    const { declaration } = signature;
    const file = path.relative(root, declaration.getSourceFile().fileName);
    const its = readComment(signature.getDocumentationComment(checker), signature.getJsDocTags());
    return [
      {
        name: variable.name.getText(),
        isCall: true,
        target: { file: file.replaceAll(path.sep, '/'), owner: declaration.parent.name.text },
        ...its,
      },
    ];
  }
  return [
    { name: variable.name.getText(), text: print(statement), isCall: !!signature, ...comment },
  ];
}

module.exports = { readModules };
