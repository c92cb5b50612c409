'use strict';

// A single executable application: a bundle in a copy of Node.

const fs = require('node:fs');
const path = require('node:path');
const { run } = require('../package/support/run');
const { answerOf, inProject, PROJECT, readAnswer, runTool } = require('./support');

const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const canInject = process.platform === 'linux';

(canInject ? test : test.skip)('runs on the JavaScript kernel, away from its sources', async () => {
  await runTool('esbuild', ['app.cjs', '--bundle', '--platform=node', '--outfile=out/sea.cjs']);
  const settings = {
    main: 'out/sea.cjs',
    output: 'out/sea.blob',
    disableExperimentalSEAWarning: true,
  };
  fs.writeFileSync(inProject('sea.json'), JSON.stringify(settings));
  await run(process.execPath, ['--experimental-sea-config', 'sea.json'], { cwd: PROJECT });

  const folder = fs.mkdtempSync(path.join(path.dirname(path.dirname(PROJECT)), 'sea-'));
  const application = path.join(folder, 'application');
  fs.copyFileSync(process.execPath, application);
  const blob = inProject('out/sea.blob');
  await runTool('postject', [application, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', FUSE]);
  expect(readAnswer(await run(application, [], { cwd: folder }))).toEqual(answerOf('javascript'));
  fs.rmSync(folder, { recursive: true });
});
