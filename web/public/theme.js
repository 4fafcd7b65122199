// Before the first paint, and a file of its own: the pages' policy takes no code within the document.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const wanted = () => {
    try {
      return localStorage.getItem('prodplan.theme');
    } catch {
      // A browser that keeps nothing for us follows the system.
      return null;
    }
  };
  const apply = () => {
    const theme = wanted() ?? (dark.matches ? 'dark' : 'light');
    document.documentElement.dataset.theme = theme;
  };
  apply();
  dark.addEventListener('change', apply);
  addEventListener('prodplan-theme', apply);
})();
