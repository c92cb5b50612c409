type Unit =
  | 'years'
  | 'year'
  | 'yrs'
  | 'yr'
  | 'y'
  | 'weeks'
  | 'week'
  | 'w'
  | 'days'
  | 'day'
  | 'd'
  | 'hours'
  | 'hour'
  | 'hrs'
  | 'hr'
  | 'h'
  | 'minutes'
  | 'minute'
  | 'mins'
  | 'min'
  | 'm'
  | 'seconds'
  | 'second'
  | 'secs'
  | 'sec'
  | 's'
  | 'milliseconds'
  | 'millisecond'
  | 'msecs'
  | 'msec'
  | 'ms';

type UnitInAnyCase = Unit | Capitalize<Unit> | Uppercase<Unit>;

/**
 * A duration: whole seconds from now, 1 to 4294967295, or a text with a unit such as `'30s'`,
 * `'10m'`, `'2 hours'` or `'1d'`. Digits alone are seconds. Never a point in time, and never
 * milliseconds. Agora takes a token for 24 hours at most; a longer one is a warning.
 *
 * The texts are those of the type `StringValue` of the package `ms`. A text that the compiler does not
 * know, such as one of the environment, is passed `as Duration`, and checked when it is used. With
 * TypeScript older than 4.4 it is any text.
 */
export type Duration =
  | number
  | `${number}`
  | `${number}${UnitInAnyCase}`
  | `${number} ${UnitInAnyCase}`;
