'use strict';

const { describe } = require('./describe');

// V8 gives functions of sloppy files these two, and those of strict files none.
const SLOPPY = ['arguments', 'caller'];

function flagsOf({ writable, enumerable, configurable }) {
  return `writable ${writable}, enumerable ${enumerable}, configurable ${configurable}`;
}

function kindOf(value) {
  if (typeof value !== 'function') {
    return `${typeof value} ${Object.prototype.toString.call(value)}`;
  }
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  return `${isClass ? 'class' : 'function'} ${value.name}/${value.length}`;
}

// The shape of an export as lines: what each property on the way is, its flags, its name, its length,
// in own order. Functions and plain objects are walked; a prototype and a parent class are named.
function shapeOf(value, path = '', lines = [], seen = new Set()) {
  lines.push(`${path}: ${kindOf(value)}`);
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isObject) {
    lines.push(`${path} = ${describe(value)}`);
    return lines;
  }
  if (seen.has(value)) {
    return lines;
  }
  seen.add(value);
  const proto = Object.getPrototypeOf(value);
  lines.push(
    `${path} inherits from ${proto === null ? 'null' : kindOf(proto.constructor)} ${proto?.name ?? ''}`,
  );
  lines.push(`${path} extensible ${Object.isExtensible(value)}`);
  for (const key of Reflect.ownKeys(value)) {
    if (SLOPPY.includes(key)) {
      continue;
    }
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    const at = `${path}.${String(key)}`;
    lines.push(`${at} ${flagsOf(descriptor)}`);
    if ('value' in descriptor && key !== 'constructor') {
      shapeOf(descriptor.value, at, lines, seen);
    } else if (!('value' in descriptor)) {
      lines.push(`${at} accessor get ${typeof descriptor.get} set ${typeof descriptor.set}`);
    }
  }
  return lines;
}

module.exports = { shapeOf };
