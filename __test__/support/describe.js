'use strict';

const crypto = require('node:crypto');

const LONG = 300;

function digest(data) {
  return crypto.createHash('sha1').update(data).digest('hex');
}

function describeString(value) {
  return value.length > LONG
    ? `string <${value.length} characters, sha1 ${digest(Buffer.from(value, 'utf16le'))}> ${JSON.stringify(value.slice(0, 60))}…`
    : JSON.stringify(value);
}

function describeBytes(value) {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const shown =
    bytes.length > LONG
      ? `sha1 ${digest(bytes)}, ${bytes.toString('hex', 0, 40)}…`
      : bytes.toString('hex');
  return `${value.constructor.name} <${bytes.length} bytes: ${shown}>`;
}

function prototypeNames(value) {
  const names = [];
  let proto = Object.getPrototypeOf(value);
  while (proto !== null) {
    const own = Object.getOwnPropertyDescriptor(proto, 'constructor');
    names.push(own && typeof own.value === 'function' ? own.value.name : '?');
    proto = Object.getPrototypeOf(proto);
  }
  return names.length === 0 ? 'null' : names.join('<');
}

function describeProperty(holder, key, walk) {
  const descriptor = Object.getOwnPropertyDescriptor(holder, key);
  const flags = ['writable', 'enumerable', 'configurable'].filter(
    (flag) => descriptor[flag] === false,
  );
  const shown = 'value' in descriptor ? walk(descriptor.value) : 'accessor';
  return `${String(key)}${flags.length ? `(not ${flags.join(', ')})` : ''}: ${shown}`;
}

function describeError(error) {
  const kinds = { Error, TypeError, RangeError, URIError, SyntaxError };
  const instanceOf = Object.keys(kinds).filter((kind) => error instanceof kinds[kind]);
  return [
    `${error.constructor.name} ${error.name}`,
    `code ${String(error.code)}`,
    `instanceof [${instanceOf}]`,
    `message ${JSON.stringify(error.message)}`,
  ].join(', ');
}

// One line that says everything a user could observe about a value: types, bytes, the order and flags
// of properties, and the names along the prototype chain. Two values are equal when their lines are.
function describe(value) {
  const seen = new Map();
  const walk = (item) => {
    switch (typeof item) {
      case 'string':
        return describeString(item);
      case 'number':
        return Object.is(item, -0) ? '-0' : String(item);
      case 'bigint':
        return `${item}n`;
      case 'symbol':
        return String(item);
      case 'function':
        return `function ${item.name}/${item.length}`;
      case 'object':
        return item === null ? 'null' : walkObject(item);
      default:
        return String(item);
    }
  };
  const walkObject = (item) => {
    if (seen.has(item)) {
      return `same as #${seen.get(item)}`;
    }
    seen.set(item, seen.size);
    if (ArrayBuffer.isView(item)) {
      return describeBytes(item);
    }
    if (item instanceof Error || Object.prototype.toString.call(item) === '[object Error]') {
      return describeError(item);
    }
    if (item instanceof Map) {
      return `Map {${Array.from(item, ([key, held]) => `${walk(key)} => ${walk(held)}`).join(', ')}}`;
    }
    const properties = Reflect.ownKeys(item)
      .filter((key) => !(Array.isArray(item) && key === 'length'))
      .map((key) => describeProperty(item, key, walk));
    return Array.isArray(item)
      ? `Array(${item.length}) [${properties.join(', ')}]`
      : `${prototypeNames(item)} {${properties.join(', ')}}`;
  };
  return walk(value);
}

module.exports = { describe, describeError };
