'use strict';

// The App ID and the App Certificate of an Agora project, from the environment. Both are on the
// project's page in Agora Console.

const appId = read('AGORA_APP_ID');
const appCertificate = read('AGORA_APP_CERTIFICATE');

function read(name) {
  const value = process.env[name];
  if (!value) {
    quit(`${name} is not set.`);
  }
  if (!/^[0-9a-f]{32}$/i.test(value)) {
    quit(`${name} must be 32 hexadecimal digits.`);
  }
  return value;
}

function quit(reason) {
  console.error(`${reason} The samples need AGORA_APP_ID and AGORA_APP_CERTIFICATE.`);
  process.exit(1);
}

module.exports = { appId, appCertificate };
