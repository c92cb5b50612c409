'use strict';

// What may follow, and the scripts in the shells themselves, where they are installed.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { candidates } = require('../../../tools/cli/completion');
const { PROGRAM, makeFolder, run } = require('./process');

test.each([
  [[''], expect.arrayContaining(['decode', 'verify', 'build', 'diff', 'doctor', 'help'])],
  [['de'], ['decode']],
  [['decode'], []],
  [['--'], ['--help', '--version']],
  [['help', 'bu'], ['build']],
  [
    ['help', 'build', 'rt'],
    ['rtc', 'rtm', 'rtm2'],
  ],
  [['help', 'build', 'rtc', ''], []],
  [['help', 'toString', ''], []],
  [
    ['build', ''],
    ['rtc', 'rtm', 'rtm2', 'chat', 'apaas', 'education', 'fpa', 'convo', 'stt'],
  ],
  [['build', 'cha'], ['chat']],
  [['build', 'rtm', '--u'], ['--user-id']],
  [['build', 'rtm', '--ch'], []],
  [
    ['build', 'rtm', ''],
    ['--user-id', '--expires-in', '--dotenv', '--json', '--help'],
  ],
  [['build', 'rtm', '--user-id', 'ada', '--u'], []],
  [
    ['build', 'rtc', '--role', ''],
    ['publisher', 'subscriber'],
  ],
  [['build', 'rtc', '--role', '=', 'p'], ['publisher']],
  [
    ['build', 'rtc', '--role', '='],
    ['publisher', 'subscriber'],
  ],
  [['build', 'rtc', '--privilege', 'publishA'], ['publishAudio=']],
  [['build', 'rtc', '--privilege', 'joinChannel=1', '--pr'], ['--privilege']],
  [['build', 'rtc', '--channel', ''], []],
  [['verify', '--privilege', 'rtm'], ['rtm.login']],
  [['verify', '--cl'], ['--clock-tolerance']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['completion', 'bash', ''], []],
  [['constructor', ''], []],
  [[], expect.arrayContaining(['decode'])],
])('%j', (words, expected) => {
  expect(candidates(words)).toEqual(expected);
});

test('words that look like options are not meant for the command', () => {
  expect(run(['completion', '--words', 'build', 'rtm', '--help', '--us'])).toEqual({
    status: 0,
    stdout: '--user-id\n',
    stderr: '',
  });
  expect(run(['completion', '--words', 'nothing', ''])).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
});

test('the script as JSON', () => {
  const { shell, script } = JSON.parse(run(['completion', 'fish', '--json']).stdout);
  expect(shell).toBe('fish');
  expect(`${script}\n`).toBe(run(['completion', 'fish']).stdout);
});

// What each shell offers for a line that is begun.
const ASK = {
  bash: `source <(agora-token completion bash)
    COMP_WORDS=(agora-token build rtc --role p); COMP_CWORD=4; _agora_token 2>/dev/null
    printf '%s\\n' "\${COMPREPLY[@]}"
    COMP_WORDS=(agora-token build rt); COMP_CWORD=2; _agora_token 2>/dev/null
    printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: `compdef() { : }; compadd() { shift; print -l -- "$@" }
    source <(agora-token completion zsh)
    words=(agora-token build rtc --role p); CURRENT=5; _agora_token
    words=(agora-token build rt); CURRENT=3; _agora_token`,
  fish: `agora-token completion fish | source
    complete -C 'agora-token build rtc --role p'
    complete -C 'agora-token build rt'`,
};

describe.each(Object.entries(ASK))('%s', (shell, program) => {
  const isInstalled = spawnSync(shell, ['-c', 'true']).status === 0;
  if (!isInstalled) {
    process.stderr.write(`skipped: completion in ${shell}: there is no ${shell} here\n`);
  }

  (isInstalled ? test : test.skip)('completes', () => {
    const folder = makeFolder();
    try {
      const file = path.join(folder, 'agora-token');
      fs.writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
      fs.chmodSync(file, 0o755);
      const { stdout } = spawnSync(shell, ['-c', program], {
        env: { HOME: folder, PATH: `${folder}:${process.env.PATH}` },
        encoding: 'utf8',
      });
      expect(stdout.trim().split('\n')).toEqual(['publisher', 'rtc', 'rtm', 'rtm2']);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});
