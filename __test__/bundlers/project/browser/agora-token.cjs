'use strict';

require('./expose.cjs')(require('agora-token'));
