'use strict';

// The App ID and App Certificate of the field's own test suites; they belong to no project.
const APP_ID = '970CA35de60c44645bbae8a215061b33';
const CERTIFICATE = '5CFd2fd1755d40ecb72977518be15d3b';
const OTHER_CERTIFICATE = '0123456789abcdef0123456789ABCDEF';

module.exports = { APP_ID, CERTIFICATE, OTHER_CERTIFICATE };
