'use strict';

// An application that Bun compiles into one file: it has no node_modules beside it, so it runs on the
// JavaScript kernel.

const fs = require('node:fs');
const path = require('node:path');
const { AccessToken2 } = require('../../src/AccessToken2');
const { run } = require('../package/support/run');

const CERTIFICATE = 'fedcba9876543210fedcba9876543210';

const APPLICATION = `
  const { backend, RtcRole, RtcTokenBuilder } = require('agora-token');
  const id = '0123456789abcdef0123456789abcdef';
  const role = RtcRole.PUBLISHER;
  const token = RtcTokenBuilder.buildTokenWithUid(id, '${CERTIFICATE}', 'lobby', 42, role, 60, 60);
  console.log(JSON.stringify({ backend, token }));`;

/** The row of the matrix for a runtime, which is Bun. */
async function compiledRow({ version, program, missing }, user) {
  const row = { runtime: `Bun, compiled (${version ?? '-'})`, kernel: 'javascript' };
  if (missing) return { ...row, verdict: 'skipped', detail: missing };
  try {
    user.write('compiled.cjs', APPLICATION);
    const application = path.join(fs.mkdtempSync(path.join(user.folder, '../compiled-')), 'app');
    const args = ['build', '--compile', 'compiled.cjs', '--outfile', application];
    await run(program, args, { cwd: user.folder });
    const { backend, token } = JSON.parse(await run(application, [], { cwd: '/' }));
    const parsed = new AccessToken2();
    const isValid = parsed.from_string(token) && parsed.verifySignature(CERTIFICATE);
    if (backend === 'javascript' && isValid) return { ...row, verdict: 'valid', detail: '1 token' };
    return { ...row, verdict: 'FAILED', detail: `backend is ${backend}, token is ${token}` };
  } catch (error) {
    return { ...row, verdict: 'FAILED', detail: error.message.slice(0, 2000) };
  }
}

module.exports = { compiledRow };
