'use strict';

/**
 * The public repository, e.g. `'https://github.com/OWNER/agora-token-native'`. There is none yet.
 * Here alone it is filled in: what is packed takes it from here, and nothing is published without it.
 *
 * @type {string | null}
 */
const REPOSITORY = null;

/** The fields of package.json that follow from it. */
function repositoryFields(repository, directory) {
  return {
    repository: {
      type: 'git',
      url: `git+${repository}.git`,
      ...(directory ? { directory } : {}),
    },
    homepage: `${repository}#readme`,
    bugs: { url: `${repository}/issues` },
  };
}

/** The repository that a manifest names, in the form of `REPOSITORY`, or undefined. */
function repositoryOf(manifest) {
  return /^git\+(.+)\.git$/.exec(manifest.repository?.url ?? '')?.[1];
}

/**
 * Makes the links of a page absolute that lead to files of the repository: a registry shows the page
 * without them.
 *
 * @param {string} text - Markdown
 * @param {string} repository
 * @param {string} ref - a tag, e.g. `v0.1.0`
 */
function withAbsoluteLinks(text, repository, ref) {
  return text.replace(/\]\((?!https?:|#|mailto:)([^)\s]+)\)/g, `](${repository}/blob/${ref}/$1)`);
}

module.exports = { REPOSITORY, repositoryFields, repositoryOf, withAbsoluteLinks };
