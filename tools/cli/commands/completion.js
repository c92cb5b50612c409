'use strict';

const { parseCommand } = require('../arguments');
const { COMMANDS } = require('../catalogue');
const { candidates } = require('../completion');
const { CommandError, EXIT } = require('../exit-codes');
const { writeJson, writeLine } = require('../output');
const { didYouMean } = require('../suggest');

/** Each script hands what is typed to `completion --words`, which prints what may follow. */
const SCRIPTS = {
  bash: `_agora_token() {
  local IFS=$'\\n'
  COMPREPLY=($(agora-token completion --words "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  [[ \${COMPREPLY[0]} == *= ]] && compopt -o nospace
}
complete -o default -F _agora_token agora-token`,
  zsh: `_agora_token() {
  local -a found
  found=(\${(f)"$(agora-token completion --words "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  compadd -- $found
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _agora_token agora-token`,
  fish: `complete -c agora-token -f -a '(agora-token completion --words (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`,
};

const WORDS = '--words';

async function run(args) {
  // What the user has typed so far is no option of ours.
  if (args[0] === WORDS) {
    const found = candidates(args.slice(1));
    if (found.length > 0) writeLine(found.join('\n'));
    return EXIT.ok;
  }
  const { values, positionals } = parseCommand('completion', args);
  const [shell] = positionals;
  if (positionals.length !== 1 || !Object.hasOwn(SCRIPTS, shell)) {
    const { choices } = COMMANDS.completion;
    const hint = shell === undefined ? '' : didYouMean(shell, choices);
    throw new CommandError(`Name one shell: ${choices.join(', ')}.${hint}`);
  }
  if (values.json) writeJson({ shell, script: SCRIPTS[shell] });
  else writeLine(SCRIPTS[shell]);
  return EXIT.ok;
}

module.exports = { run };
