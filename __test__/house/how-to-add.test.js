'use strict';

// Follows CONTRIBUTING.md's "How to add" with a service and a builder that do not exist, in a copy of
// the package: its lists must name every file that one has to touch, and that must be enough.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { createCheckout } = require('../support/checkout');

const ROOT = path.resolve(__dirname, '../..');
const { folder } = createCheckout();

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

/** The files that CONTRIBUTING.md lists under a heading. */
function listedFiles(heading) {
  const page = fs.readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const section = page.split(`### ${heading}\n`)[1].split('\n### ')[0].split('\n## ')[0];
  return [...section.matchAll(/^\d\. `([^`]+)`/gm)].map(([, file]) => file);
}

/** Changes a file of the copy: each text must be there once, and gets the addition behind it. */
function edit(file, additions) {
  const place = path.join(folder, file);
  let source = fs.readFileSync(place, 'utf8');
  for (const [text, addition] of additions) {
    expect([file, text, source.split(text).length - 1]).toEqual([file, text, 1]);
    source = source.replace(text, () => text + addition);
  }
  fs.writeFileSync(place, source);
}

function run(program) {
  const printed = execFileSync(process.execPath, ['-e', program], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, AGORA_TOKEN_BACKEND: 'javascript' },
  });
  return JSON.parse(printed);
}

const SERVICE = {
  'lib/token007/services.js': [
    [
      "define(kSttServiceType, 'stt', ServiceStt, { privileges: [], fields: [] });\n",
      `
const kDemoServiceType = 77;
class ServiceDemo extends Service {
  constructor(channelName, role) {
    super(kDemoServiceType);
    this.__channel_name = channelName;
    this.__role = role;
  }
}
define(kDemoServiceType, 'demo', ServiceDemo, {
  privileges: [[1, 'shine', 'kPrivilegeShine']],
  fields: [channel, { key: '__role', kind: int16, name: 'role', label: 'the role' }],
});
`,
    ],
    ['module.exports = {\n', '  kDemoServiceType,\n  ServiceDemo,\n'],
  ],
  'src/AccessToken2.js': [
    ['const {\n', '  kDemoServiceType,\n  ServiceDemo,\n'],
    ['module.exports = {\n', '  kDemoServiceType,\n  ServiceDemo,\n'],
  ],
  'src/AccessToken2.d.ts': [],
  'tools/builder/services.js': [
    ['const OPTIONS = {\n', "  demo: ['channel', 'role'],\n"],
    [
      'const MOST_APAAS_ROLE = 0x7fff;\n',
      `
function demo({ channel, role }, expire) {
  const { ServiceDemo } = require('../../src/AccessToken2');
  return [grant(new ServiceDemo(channel, role), ServiceDemo.kPrivilegeShine, expire)];
}
`,
    ],
    ['makers: { ', 'demo, '],
  ],
};

const BUILDER = {
  'lib/short-way/grants.js': [
    [
      'const AS_LONG_AS_TOKEN = 0;\n',
      `
function demo(way, channelName, expire) {
  if (!isText(channelName) || !isUint32(expire)) return false;
  const { type, privileges } = service.demo;
  const writer = putHead(way.begin(expire, 1), type, privileges.shine, expire);
  writer.putString(channelName).putInt16(0);
  return true;
}
`,
    ],
    ['module.exports = {\n', '  demo,\n'],
  ],
  'src/DemoTokenBuilder.js': `'use strict';

const classes = require('./AccessToken2');
const grants = require('../lib/short-way/grants');
const { shortWayOf } = require('../lib/short-way/single');

const short = shortWayOf(classes);

class DemoTokenBuilder {
  static buildToken(appId, appCertificate, channelName, expire) {
    if (short.isOpen(appId, appCertificate) && grants.demo(short, channelName, expire)) {
      return short.seal(appId, appCertificate);
    }
    const token = new classes.AccessToken2(appId, appCertificate, 0, expire);
    const service = new classes.ServiceDemo(channelName, 0);
    service.add_privilege(classes.ServiceDemo.kPrivilegeShine, expire);
    token.add_service(service);
    return token.build();
  }
}

module.exports = { DemoTokenBuilder };
`,
  'src/DemoTokenBuilder.d.ts': '',
  'tools/batch/methods.js': [
    [
      'const BUILDERS = {\n',
      "  DemoTokenBuilder: [require('../../src/DemoTokenBuilder').DemoTokenBuilder, { buildToken: { grant: grants.demo } }],\n",
    ],
  ],
  'index.js': [
    ["'use strict';\n", "\nconst { DemoTokenBuilder } = require('./src/DemoTokenBuilder');\n"],
    ['module.exports = {\n', '  DemoTokenBuilder,\n'],
  ],
  'index.d.ts': [],
};

function follow(list, changes) {
  expect(Object.keys(changes).sort()).toEqual([...list].sort());
  for (const [file, change] of Object.entries(changes)) {
    if (typeof change === 'string') fs.writeFileSync(path.join(folder, file), change);
    else if (change.length > 0) edit(file, change);
  }
}

const CREDENTIALS = `const [id, certificate] = ['a'.repeat(32), 'b'.repeat(32)];`;

test('a service is added in at most four files, and is packed, parsed, decoded and built', () => {
  const files = listedFiles('A service');
  expect(files.length).toBeLessThanOrEqual(4);
  follow(files, SERVICE);

  const { decoded, parsed, verified } = run(`
    ${CREDENTIALS}
    const { createTokenBuilder, decodeToken, verifyToken } = require('.');
    const { AccessToken2 } = require('./src/AccessToken2');
    const token = createTokenBuilder({ appId: id, appCertificate: certificate })
      .build({ expiresIn: 60, demo: { channel: 'lobby', role: -2 } });
    const read = new AccessToken2();
    read.from_string(token);
    const verified = verifyToken(token, certificate, { privilege: 'demo.shine' });
    console.log(JSON.stringify({
      decoded: decodeToken(token).services[0],
      parsed: [read.services[0].constructor.name, read.services[0].__channel_name.toString()],
      verified: verified.valid,
    }));`);
  expect(decoded).toMatchObject({ type: 77, name: 'demo', channelName: 'lobby', role: -2 });
  expect(decoded.privileges).toEqual([expect.objectContaining({ id: 1, name: 'shine' })]);
  expect(parsed).toEqual(['ServiceDemo', 'lobby']);
  expect(verified).toBe(true);
});

test('a builder is added in at most six files, none of Rust, and takes both ways and the batch', () => {
  const files = listedFiles('A builder');
  expect(files.length).toBeLessThanOrEqual(6);
  expect(files.filter((file) => file.endsWith('.rs'))).toEqual([]);
  follow(files, BUILDER);

  const { short, long, batch } = run(`
    ${CREDENTIALS}
    globalThis.Date = class extends Date {
      constructor() { super(1700000000000); }
    };
    Math.random = () => 0.5;
    const { DemoTokenBuilder, buildTokens } = require('.');
    const build = (channel) => DemoTokenBuilder.buildToken(id, certificate, channel, 60);
    const args = [id, certificate, 'lobby', 60];
    const [{ token }] = buildTokens([{ method: 'DemoTokenBuilder.buildToken', args }]);
    console.log(JSON.stringify({ short: build('lobby'), long: build(Buffer.from('lobby')), batch: token }));`);
  expect(short).toMatch(/^007/);
  expect([long, batch]).toEqual([short, short]);
});
