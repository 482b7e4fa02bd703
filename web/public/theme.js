// Runs before the first paint, so that a chosen theme does not flash. The switch is in shell/theme.ts.
try {
  document.documentElement.dataset.theme = localStorage.getItem('tocsin.theme') || 'system';
} catch {
  document.documentElement.dataset.theme = 'system';
}
