'use strict';

/**
 * An element. Texts of tokens are children, and so only ever text, never markup.
 *
 * @param {string} name - with classes behind dots, such as `p.faint`
 * @param {object} [attributes]
 * @param {...(Node | string | null)} children
 */
function element(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag);
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

function button(label, onClick) {
  const made = element('button', { type: 'button' }, label);
  made.addEventListener('click', () => onClick(made));
  return made;
}

/** Copies a text, and lets the button say so for a while. */
async function copy(text, from) {
  const before = from.textContent;
  try {
    await navigator.clipboard.writeText(text);
    from.textContent = 'Copied';
  } catch {
    from.textContent = 'Not allowed';
  }
  setTimeout(() => {
    from.textContent = before;
  }, 1500);
}

module.exports = { button, copy, element };
