'use strict';

// A recipe makes a fresh argument each time it is called, so that both libraries get equal arguments
// and never the same object. `make({ library, log }, tag)`: an argument that reports how it is
// coerced does so through `log`, under its tag.
function recipe(label, make) {
  return { label, make };
}

const SHOWN = 40;

function labelOf(value) {
  if (typeof value === 'string') {
    const text = JSON.stringify(value);
    return value.length > SHOWN
      ? `${text.slice(0, SHOWN)}…" (${value.length} characters, ${Buffer.byteLength(value)} bytes)`
      : text;
  }
  if (typeof value === 'bigint') {
    return `${value}n`;
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

// A recipe for a primitive.
function constant(value) {
  return recipe(labelOf(value), () => value);
}

function makeAll(recipes, context) {
  return recipes.map(({ make }, index) => make(context, `argument ${index}`));
}

function labelAll(recipes) {
  return recipes.map(({ label }) => label).join(', ');
}

module.exports = { constant, labelAll, makeAll, recipe };
