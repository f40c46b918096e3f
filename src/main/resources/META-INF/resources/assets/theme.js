// A classic script in the head: what it sets must be there before the first paint.
(() => {
  const root = document.documentElement;
  const stored = (storage, key) => { try { return storage.getItem(key); } catch { return null; } };
  root.classList.add('script');
  const theme = stored(localStorage, 'footnote.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const chat = stored(sessionStorage, 'footnote.current') ?? stored(localStorage, 'footnote.current');
  if (chat && stored(localStorage, 'footnote.chat.' + chat) || location.pathname.startsWith('/conversations/')) root.classList.add('restoring');

  const system = matchMedia('(prefers-color-scheme: dark)');
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-theme-switch]')) return;
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
    try { localStorage.setItem('footnote.theme', root.dataset.theme); } catch { /* lasts as long as this page */ }
  });
})();
