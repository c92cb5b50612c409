'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { decodeToken } = require('../..');
const { AccessToken2 } = require('../../src/AccessToken2');
const { MEBIBYTE, bombToken, limitTokens } = require('./support/bomb');
const { ROOT } = require('./support/child');

const PROGRAM = path.join(ROOT, '__test__/reliability/programs/bombs.mjs');

/** The limit of the content, twice, and what a token of 1.4 MB itself takes as text and as bytes. */
const MOST_GROWTH_MB = 100;

test.each(['native', 'javascript'])('a token of 1 GiB takes no more memory (%s)', (backend) => {
  const { stdout } = spawnSync(process.execPath, [PROGRAM, '--mebibytes', '16,1024'], {
    encoding: 'utf8',
    env: { ...process.env, AGORA_TOKEN_BACKEND: backend },
  });
  const reports = stdout.trim().split('\n').map(JSON.parse);
  expect(reports.map(({ mebibytes }) => mebibytes)).toEqual([16, 1024]);
  for (const report of reports) {
    expect(report.backend).toBe(backend);
    expect(report.growthMb).toBeLessThan(MOST_GROWTH_MB);
    expect(report.outcomes.map(JSON.parse)).toEqual([
      [false, false, 'ERR_TOKEN_TOO_LARGE', false, 'ERR_TOKEN_TOO_LARGE'],
    ]);
  }
});

test.each(limitTokens())('%s', (_name, text, isRead) => {
  // A content of zeros is a token without a signature, an App ID or services.
  const token = new AccessToken2();
  expect(token.from_string(text)).toBe(isRead);
  expect(token.__signing_info.length).toBe(isRead ? MEBIBYTE - 2 : 0);
  if (isRead) expect(decodeToken(text).services).toEqual([]);
  else expect(() => decodeToken(text)).toThrow('exceeds 1048576 bytes');
});

test('a bomb leaves the reader fit for the next token', () => {
  const bomb = bombToken(64);
  for (let turn = 0; turn < 10; turn++) {
    expect(new AccessToken2().from_string(bomb)).toBe(false);
  }
});
