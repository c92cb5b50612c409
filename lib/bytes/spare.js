'use strict';

/**
 * Something that is costly to make and stays for the next use, lent to one user at a time. Code of the
 * package's users can run in the middle of nearly everything (a getter, a `toString`, a fake clock)
 * and come back here: whoever comes while it is lent gets one of its own.
 */
class Spare {
  #make;
  #spare = null;

  /** @param make - makes one */
  constructor(make) {
    this.#make = make;
  }

  take() {
    const taken = this.#spare ?? this.#make();
    this.#spare = null;
    return taken;
  }

  /** Gives back what was taken, if it is fit for another use. Without this it is simply dropped. */
  giveBack(taken) {
    this.#spare = taken;
  }
}

module.exports = { Spare };
