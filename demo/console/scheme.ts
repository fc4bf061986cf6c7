/** The page's colours: the demo's own switch, and kept in the address like there. */
const root = document.documentElement;
const asked = new URLSearchParams(location.search).get('scheme') ?? 'auto';
root.dataset['scheme'] = asked;

for (const input of document.querySelectorAll<HTMLInputElement>('#scheme input')) {
  input.checked = input.value === asked;
  input.addEventListener('change', () => {
    root.dataset['scheme'] = input.value;
    const address = new URL(location.href);
    address.searchParams.set('scheme', input.value);
    history.replaceState(history.state, '', address);
  });
}
