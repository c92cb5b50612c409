import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

// What the documents call "without configuration" and "with the addon".
const settings = {
  plain: {},
  external: { serverExternalPackages: ['agora-token'] },
  traced: {
    serverExternalPackages: ['agora-token'],
    outputFileTracingIncludes: {
      '/api/token': ['../node_modules/agora-token/**', '../node_modules/@agora-token-native/**'],
    },
  },
};

export default {
  ...settings[process.env.NEXT_FIXTURE],
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  distDir: process.env.NEXT_DIST,
};
