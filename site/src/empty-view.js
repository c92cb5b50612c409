'use strict';

const { element } = require('./dom');

const QUESTIONS = [
  ['What does it grant?', 'Every service and privilege, by name and number.'],
  ['To whom?', 'The channel, the uid or account, the room, the permissions of RTM 2.'],
  ['Until when?', 'Each end in your time and in UTC, with what is left counting down.'],
  ['Why does a client report 110?', 'Where a damaged token is damaged, and how to repair it.'],
];

/** What the page is for, while there is no token. */
function emptyView() {
  return [
    element(
      'section.card.empty',
      { 'aria-labelledby': 'empty-title' },
      element('h2', { id: 'empty-title' }, 'What a token tells'),
      element(
        'dl',
        {},
        ...QUESTIONS.flatMap(([question, answer]) => [
          element('dt', {}, question),
          element('dd', {}, answer),
        ]),
      ),
    ),
  ];
}

module.exports = { emptyView };
