/** Switches language and theme; an address may ask for them: `lecture.html?lang=zh&theme=dark`. */
export const script = `
const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const recall = (key) => { try { return localStorage.getItem('sixstep-' + key); } catch { return null; } };
const keep = (key, value) => { try { localStorage.setItem('sixstep-' + key, value); } catch {} };
const titles = { en: root.dataset.titleEn, zh: root.dataset.titleZh };
const setLanguage = (language) => {
  root.lang = root.dataset.lang = language;
  document.title = titles[language];
};
const isDark = () => (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
const one = (value, values) => (values.includes(value) ? value : undefined);
const themes = ['light', 'dark'];
const languages = ['en', 'zh'];
setLanguage(one(asked.get('lang'), languages) ?? one(recall('lang'), languages) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));
const theme = one(asked.get('theme'), themes) ?? one(recall('theme'), themes);
if (theme) root.dataset.theme = theme;
document.getElementById('language').addEventListener('click', () => {
  setLanguage(root.dataset.lang === 'en' ? 'zh' : 'en');
  keep('lang', root.dataset.lang);
});
document.getElementById('theme').addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  keep('theme', root.dataset.theme);
});
`;
