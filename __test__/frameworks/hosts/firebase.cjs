'use strict';

// node firebase.cjs MODULE: serves its function as Firebase does, from Express with JSON read.

const { createRequire } = require('node:module');
const path = require('node:path');

const file = path.resolve(process.argv[2]);
const express = createRequire(file)('express');

const app = express();
app.use(express.json());
app.use('/agoraToken', require(file).agoraToken);
app.listen(Number(process.env.PORT), process.env.HOST);
