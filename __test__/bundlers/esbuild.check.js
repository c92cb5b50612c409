'use strict';

const { answerOf, inProject, readAnswer, runFile, runTool } = require('./support');

function build(entry, format, ...rest) {
  const output = `out/esbuild-${entry.replace('.', '-')}.${format === 'esm' ? 'mjs' : 'cjs'}`;
  const args = [entry, '--bundle', '--platform=node', `--format=${format}`, '--log-level=warning'];
  return runTool('esbuild', [...args, `--outfile=${inProject(output)}`, ...rest]).then(
    () => output,
  );
}

describe.each(['app.mjs', 'app.cjs'])('%s', (entry) => {
  test.each(['cjs', 'esm'])('as %s, without configuration', async (format) => {
    const output = await build(entry, format);
    expect(readAnswer(await runFile(output))).toEqual(answerOf('javascript'));
  });

  test('with the package external, the addon runs', async () => {
    const output = await build(entry, 'cjs', '--external:agora-token');
    expect(readAnswer(await runFile(output))).toEqual(answerOf('native'));
  });
});

test('AGORA_TOKEN_BACKEND=native tells a bundle that it has no addon', async () => {
  const output = await build('app.cjs', 'cjs');
  const running = runFile(output, { AGORA_TOKEN_BACKEND: 'native' });
  await expect(running).rejects.toThrow('AGORA_TOKEN_BACKEND=native, but no addon loads');
});
