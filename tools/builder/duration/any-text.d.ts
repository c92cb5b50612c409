/**
 * A duration: whole seconds from now, 1 to 4294967295, or a text with a unit such as `'30s'`,
 * `'10m'`, `'2 hours'` or `'1d'`. For TypeScript older than 4.4, which cannot say which texts.
 */
export type Duration = number | string;
