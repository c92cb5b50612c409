'use strict';

const IN_BUNDLE = 'No addon is in a bundle.';

/** How the messages of absence begin; any other error comes from an addon that is there. */
const ABSENCE = /^(Cannot find (module|package) |Unsupported |No addon )/;

/** What Windows says when a library that the addon needs is missing; it does not say which. */
const MISSING_LIBRARY = /^The specified module could not be found\./;
const LIKELY_LIBRARY =
  'A library that the addon needs is missing, most likely VCRUNTIME140.dll of the Visual C++ Redistributable.';

/**
 * Why no addon runs, from the errors of the attempts to load one.
 *
 * @param {Error[]} errors
 * @returns {{ reason: string, error: Error, isInstalled: boolean }} the innermost cause in a line, the
 *   error that says so, and whether there is an addon nonetheless
 */
function explainFailure(errors) {
  const causes = errors.flatMap(causesOf);
  const ofInstalled = causes.find((it) => !ABSENCE.test(it.message));
  const error = ofInstalled ?? causes[0];
  const [line] = error.message.split(/\r?\n/, 1);
  return {
    reason: MISSING_LIBRARY.test(line) ? `${line} ${LIKELY_LIBRARY}` : line,
    error,
    isInstalled: ofInstalled !== undefined,
  };
}

/** The generated loader wraps the errors that matter, innermost first, in one with advice. */
function causesOf(error) {
  const causes = [];
  for (let it = error.cause; it; it = it.cause) causes.unshift(it);
  return causes.length > 0 ? causes : [error];
}

/** The error for one who asked for the addon, where none loads. */
function missingAddon(errors, { platform, libc, addonPackage }) {
  const { reason, error, isInstalled } = explainFailure(errors);
  const where = `${platform ?? 'this platform'}${libc ? ` (${libc})` : ''}`;
  const message =
    `AGORA_TOKEN_BACKEND=native, but no addon loads on ${where}: ${reason.replace(/\.$/, '')}. ` +
    `${adviceOn(error, isInstalled, addonPackage)}, or unset AGORA_TOKEN_BACKEND to use the ` +
    'JavaScript kernel.';
  return Object.assign(new Error(message, { cause: error }), { code: 'ERR_AGORA_TOKEN_ADDON' });
}

function adviceOn(error, isInstalled, addonPackage) {
  if (isInstalled) return 'An addon is installed, but does not load. Repair that';
  if (error.message === IN_BUNDLE) return 'Leave this package out of the bundle';
  return addonPackage
    ? `Install ${addonPackage}, an optional dependency of agora-token-native`
    : 'There is no package for this platform. Build the addon from source, as docs/install.md of the ' +
        'project says, and name its file in NAPI_RS_NATIVE_LIBRARY_PATH';
}

module.exports = { IN_BUNDLE, explainFailure, missingAddon };
