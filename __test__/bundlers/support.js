'use strict';

const path = require('node:path');
const { AccessToken2 } = require('../../src/AccessToken2');
const { run } = require('../package/support/run');

const PROJECT = process.env.AGORA_BUNDLERS_PROJECT;
const { certificate } = require('./project/credentials.json');

function inProject(file) {
  return path.join(PROJECT, file);
}

const TOOLS = path.join(PROJECT, '../node_modules');

/** Runs a program that came with the tools. */
function runTool(name, args, env, cwd = PROJECT) {
  return run(path.join(TOOLS, '.bin', name), args, { cwd, env });
}

/** Runs a script of project/tools; they are ES modules, as the tools are. */
function runScript(name, ...args) {
  return run(process.execPath, [`tools/${name}.mjs`, ...args], { cwd: PROJECT });
}

function runFile(file, env, args = []) {
  return run(process.execPath, [inProject(file), ...args], { cwd: PROJECT, env });
}

/** What an application of project/ answers, with the token replaced by what is in it. */
function readAnswer(text) {
  const { backend, token } = JSON.parse(text);
  return { backend, ...readToken(token) };
}

function readToken(text) {
  const parsed = new AccessToken2();
  if (!parsed.from_string(text)) throw new Error(`no token: ${text}`);
  const [service] = parsed.services;
  return {
    channel: String(service.__channel_name),
    verified: parsed.verifySignature(certificate),
  };
}

function answerOf(backend) {
  return { backend, channel: 'lobby', verified: true };
}

module.exports = {
  answerOf,
  inProject,
  PROJECT,
  readAnswer,
  readToken,
  runFile,
  runScript,
  runTool,
};
