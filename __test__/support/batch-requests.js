'use strict';

const { TOKEN007_BUILDERS } = require('./builders');
const { libraries } = require('./libraries');
const { oddValue } = require('./odd-values');
const { ordinaryValue } = require('./ordinary-values');

const context = { library: libraries().ours, log: () => {} };

// A recipe for a request to any builder method; of `oddness` of them one argument is odd. It makes
// fresh arguments each time, since some odd ones change when they are looked at.
function requestRecipe(random, oddness) {
  const { file, method, parameters } = random.pick(TOKEN007_BUILDERS);
  const recipes = parameters.map((kind) => ordinaryValue(random, kind));
  if (random.chance(oddness)) recipes[random.int(0, recipes.length - 1)] = oddValue(random);
  const builder = file.replace(/^src\//, '').replace(/2$/, '');
  return () => ({
    method: `${builder}.${method}`,
    args: recipes.map(({ make }) => make(context, 'argument')),
  });
}

// Two equal lists of requests, one for each way of building them.
function twinRequests(random, count, oddness = 0) {
  const recipes = Array.from({ length: count }, () => requestRecipe(random, oddness));
  return [recipes.map((make) => make()), recipes.map((make) => make())];
}

// What one call a request gives, in the form of a batch's results.
function callEach(requests) {
  const { index } = libraries().ours.modules;
  return requests.map(({ method, args }) => {
    const [builder, name] = method.split('.');
    try {
      return { token: index[builder][name](...args) };
    } catch (error) {
      return { error };
    }
  });
}

module.exports = { callEach, twinRequests };
