'use strict';

const { RtcRole, RtcTokenBuilder } = require('agora-token');
const { AccessToken2 } = require('agora-token/src/AccessToken2');
const { issueToken } = require('./app');

afterEach(() => {
  jest.restoreAllMocks();
});

test('jest.spyOn watches, replaces and restores a builder', () => {
  const spy = jest.spyOn(RtcTokenBuilder, 'buildTokenWithUid');
  expect(issueToken('lobby', 7)).toMatch(/^007/);
  spy.mockReturnValue('spied');
  expect(issueToken('lobby', 7)).toBe('spied');
  expect(spy).toHaveBeenCalledTimes(2);
  spy.mockRestore();
  expect(issueToken('lobby', 7)).toMatch(/^007/);
});

test('jest.spyOn of AccessToken2.prototype is seen by the builders', () => {
  jest.spyOn(AccessToken2.prototype, 'build').mockReturnValue('built elsewhere');
  expect(issueToken('lobby', 7)).toBe('built elsewhere');
});

test('a builder can be assigned to, and put back', () => {
  const intact = RtcTokenBuilder.buildTokenWithUid;
  RtcTokenBuilder.buildTokenWithUid = () => 'assigned';
  expect(issueToken('lobby', 7)).toBe('assigned');
  RtcTokenBuilder.buildTokenWithUid = intact;
  expect(issueToken('lobby', 7)).toMatch(/^007/);
});

test('jest.replaceProperty replaces a constant', () => {
  const replaced = jest.replaceProperty(RtcRole, 'PUBLISHER', 2);
  const spy = jest.spyOn(RtcTokenBuilder, 'buildTokenWithUid');
  issueToken('lobby', 7);
  expect(spy.mock.calls[0][4]).toBe(2);
  replaced.restore();
  expect(RtcRole.PUBLISHER).toBe(1);
});
