'use strict';

// A setup file of jest: the tests take the addon that AGORA_TEST_ADDON names. Set for the whole
// process, napi's own variable would also reach the addons of jest.
process.env.NAPI_RS_NATIVE_LIBRARY_PATH = process.env.AGORA_TEST_ADDON;
