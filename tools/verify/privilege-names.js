'use strict';

const { SERVICES } = require('../decode/service-table');

/** The services that have a privilege, by each name that it can be asked for under. */
const SERVICES_BY_PRIVILEGE = new Map();

for (const { name, privileges } of Object.values(SERVICES)) {
  for (const privilege of Object.values(privileges)) {
    const others = SERVICES_BY_PRIVILEGE.get(privilege) ?? [];
    SERVICES_BY_PRIVILEGE.set(privilege, [...others, name]);
    SERVICES_BY_PRIVILEGE.set(`${name}.${privilege}`, [name]);
  }
}

const PRIVILEGE_NAMES = [...SERVICES_BY_PRIVILEGE.keys()];

module.exports = { PRIVILEGE_NAMES, SERVICES_BY_PRIVILEGE };
