const search = document.querySelector('input[type=search]');
const boxes = [...document.querySelectorAll('input[type=checkbox]')];
const cases = [...document.querySelectorAll('details')];
const sections = [...document.querySelectorAll('section')];
function show() {
  const words = search.value.trim().toLowerCase();
  const verdicts = new Set(boxes.filter(box => box.checked).map(box => box.value));
  for (const one of cases) {
    one.hidden = !verdicts.has(one.className)
        || !one.querySelector('summary').textContent.toLowerCase().includes(words);
  }
  for (const section of sections) {
    section.hidden = !section.querySelector('details:not([hidden])');
  }
}
search.addEventListener('input', show);
boxes.forEach(box => box.addEventListener('change', show));
