'use strict';

/** What a user may do in an RTC channel: the public `Role` and `RtcRole`, which users may change. */
const Role = {
  /** May publish. The role for calls, for hosts, and wherever co-host authentication is off. */
  PUBLISHER: 1,

  /** May only join, in projects with co-host authentication; elsewhere the same as a publisher. */
  SUBSCRIBER: 2,
};

/** Whether a role may publish, as `RtcTokenBuilder` compares it: `'1'` and `true` may, too. */
function isPublisher(role) {
  return role == Role.PUBLISHER;
}

/** The same as the builders of Conversational AI and speech to text compare it. */
function isExactlyPublisher(role) {
  return role === Role.PUBLISHER;
}

module.exports = { Role, isPublisher, isExactlyPublisher };
