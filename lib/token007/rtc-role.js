'use strict';

/** May publish. The role for calls, for hosts, and wherever co-host authentication is off. */
const PUBLISHER = 1;

/** May only join, in projects with co-host authentication; elsewhere the same as a publisher. */
const SUBSCRIBER = 2;

/** What a user may do in an RTC channel: the public `Role` and `RtcRole`, which users may change. */
const Role = { PUBLISHER, SUBSCRIBER };

/** Whether a role may publish, as `RtcTokenBuilder` compares it: `'1'` and `true` may, too. */
function isPublisher(role) {
  return role == Role.PUBLISHER;
}

/** The same as the builders of Conversational AI and speech to text compare it. */
function isExactlyPublisher(role) {
  return role === Role.PUBLISHER;
}

module.exports = { PUBLISHER, SUBSCRIBER, Role, isPublisher, isExactlyPublisher };
