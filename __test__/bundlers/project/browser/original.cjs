'use strict';

require('./expose.cjs')(require('original'));
