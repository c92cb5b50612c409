'use strict';

// Apps made with React Native that use Node's modules begin like this.
// biome-ignore lint/style/useNodejsImportProtocol: the package of this name, not Node's module.
globalThis.Buffer = require('buffer').Buffer;
