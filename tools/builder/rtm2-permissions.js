'use strict';

const { kindOf, quote } = require('../checks/quote');
const { ACCESSES, RESOURCES } = require('../decode/service-table');
const { Rtm2Permissions } = require('../../lib/token007/rtm2-permissions');
const { TokenError } = require('../token-error');

const RESOURCE_NUMBERS = invert(RESOURCES);
const ACCESS_NUMBERS = invert(ACCESSES);

/**
 * Permissions of RTM2 from their names: `{ messageChannels: { read: ['news'] } }`, which is what
 * `decodeToken` gives.
 *
 * @throws {TokenError} `ERR_PERMISSIONS`
 */
function toRtm2Permissions(permissions) {
  const result = new Rtm2Permissions();
  for (const [resource, accesses] of entries('permissions', permissions)) {
    const resourceNumber = numberOf(resource, RESOURCE_NUMBERS, 'type of resource');
    for (const [access, names] of entries(resource, accesses)) {
      const accessNumber = numberOf(access, ACCESS_NUMBERS, 'permission');
      result.add(resourceNumber, accessNumber, checkNames(`${resource}.${access}`, names));
    }
  }
  return result;
}

function entries(name, value) {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value);
  }
  throw new TokenError('ERR_PERMISSIONS', `${name} must be an object; found ${kindOf(value)}.`);
}

function numberOf(name, numbers, what) {
  if (Object.hasOwn(numbers, name)) return numbers[name];
  throw new TokenError(
    'ERR_PERMISSIONS',
    `There is no ${what} ${quote(name)}. There are: ${Object.keys(numbers).join(', ')}.`,
  );
}

function checkNames(name, names) {
  if (!Array.isArray(names)) {
    throw new TokenError('ERR_PERMISSIONS', `${name} must be an array; found ${kindOf(names)}.`);
  }
  // A copy, whose items stay what they are.
  const items = Array.from(names);
  const odd = items.findIndex((item) => typeof item !== 'string' || item === '');
  if (odd === -1) return items;
  const found = items[odd] === '' ? 'an empty string' : kindOf(items[odd]);
  throw new TokenError('ERR_PERMISSIONS', `${name} must hold names; item ${odd} is ${found}.`);
}

function invert(table) {
  return Object.fromEntries(Object.entries(table).map(([number, name]) => [name, Number(number)]));
}

module.exports = { toRtm2Permissions };
