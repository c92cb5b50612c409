'use strict';

const HEX = 'a'.repeat(32);

function buildWith({ RtcTokenBuilder }) {
  return RtcTokenBuilder.buildTokenWithUid(HEX, HEX, 'lobby', 7, 1, 60, 60);
}

test('jest.resetModules loads the package again', () => {
  const first = require('agora-token');
  jest.resetModules();
  const second = require('agora-token');
  expect(second.RtcTokenBuilder).not.toBe(first.RtcTokenBuilder);
  expect(second.backend).toBe(first.backend);
  expect([first, second].map(buildWith)).toEqual([
    expect.stringMatching(/^007/),
    expect.stringMatching(/^007/),
  ]);
});

test('jest.isolateModules gives a package of its own', () => {
  let isolated;
  jest.isolateModules(() => {
    isolated = require('agora-token');
  });
  expect(isolated.RtcTokenBuilder).not.toBe(require('agora-token').RtcTokenBuilder);
  expect(buildWith(isolated)).toMatch(/^007/);
});

test('the environment variable chose the kernel', () => {
  expect(require('agora-token').backend).toBe(process.env.AGORA_TOKEN_BACKEND);
});
