const search = document.querySelector('input[type=search]');
const category = document.querySelector('#category');
const boxes = [...document.querySelectorAll('input[type=checkbox]')];
const cases = [...document.querySelectorAll('section details')];
const sections = [...document.querySelectorAll('section')];
function show() {
  const words = search.value.trim().toLowerCase();
  const verdicts = new Set(boxes.filter(box => box.checked).map(box => box.value));
  for (const one of cases) {
    one.hidden = !verdicts.has(one.className)
        || !one.querySelector('summary').textContent.toLowerCase().includes(words);
  }
  for (const section of sections) {
    section.hidden = (category.value && section.dataset.category !== category.value)
        || !section.querySelector('details:not([hidden])');
  }
}
/* A link to a case, from here or from a comparison, opens it. */
function open() {
  const one = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (one && one.tagName === 'DETAILS') {
    one.hidden = false;
    one.closest('section').hidden = false;
    one.open = true;
    one.scrollIntoView();
  }
}
search.addEventListener('input', show);
category.addEventListener('change', show);
boxes.forEach(box => box.addEventListener('change', show));
addEventListener('hashchange', open);
show();
open();
