'use strict';

const { describe } = require('./describe');
const { Random } = require('./random');
const { frozenDate, withDate, withRandom, withSilentConsole } = require('./sandbox');

// Notes, in order, every reading of the clock, every draw, and every coercion that an argument
// reports. It rests while a value is described, since that reads values too.
class Recorder {
  constructor() {
    this.events = [];
    this.printed = 0;
    this.resting = false;
  }

  log(event) {
    if (!this.resting) {
      this.events.push(event);
    }
  }

  describe(value) {
    this.resting = true;
    try {
      return value instanceof Trace ? value.lines.join('\n') : describe(value);
    } finally {
      this.resting = false;
    }
  }

  attempt(action) {
    let value;
    try {
      value = action();
    } catch (error) {
      return `threw ${this.describe(error)}`;
    }
    return `returned ${this.describe(value)}`;
  }
}

// What a program did, line by line. An action that returns one is compared and shown line by line.
class Trace {
  constructor(recorder) {
    this.recorder = recorder;
    this.lines = [];
  }

  // Adds what the action returned or threw.
  step(label, action) {
    this.lines.push(`${label} ${this.recorder.attempt(action)}`);
  }

  add(label, value) {
    this.lines.push(`${label} ${this.recorder.describe(value)}`);
  }
}

// What one library did with an action, which gets { library, log, trace() }; `conditions` are
// { nowMs, drawSeed }.
function observe(library, action, conditions) {
  const recorder = new Recorder();
  const random = new Random(conditions.drawSeed);
  const context = {
    library,
    log: (event) => recorder.log(event),
    trace: () => new Trace(recorder),
  };
  const draw = () => {
    recorder.log('draw');
    return random.next();
  };
  const FrozenDate = frozenDate(conditions.nowMs, () => recorder.log('clock'));
  const print = () => {
    recorder.printed += 1;
  };
  const result = withSilentConsole(print, () =>
    withDate(FrozenDate, () => withRandom(draw, () => recorder.attempt(() => action(context)))),
  );
  // The original's 006 parser leaves this global behind; see parity/deliberate.test.js.
  delete globalThis.originVersion;
  const { events, printed } = recorder;
  return { result, events, draws: events.filter((event) => event === 'draw').length, printed };
}

module.exports = { observe };
