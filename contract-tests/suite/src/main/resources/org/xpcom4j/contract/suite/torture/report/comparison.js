const search = document.querySelector('input[type=search]');
const remarkable = document.querySelector('#remarkable');
const category = document.querySelector('#category');
const rows = [...document.querySelectorAll('.cases tbody tr')];
function show() {
  const words = search.value.trim().toLowerCase();
  for (const row of rows) {
    row.hidden = (remarkable.checked && row.className !== 'remarkable')
        || (category.value && row.dataset.category !== category.value)
        || !row.querySelector('th').textContent.toLowerCase().includes(words);
  }
}
search.addEventListener('input', show);
remarkable.addEventListener('change', show);
category.addEventListener('change', show);
show();
