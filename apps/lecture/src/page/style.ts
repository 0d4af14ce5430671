import { palette, type Theme } from '@sixstep/plots';

const colors = (theme: Theme): string => {
  const { paper, ink, muted, 'series-1': accent } = palette[theme];
  const soft = theme === 'light' ? '#f3f5f8' : '#1d2128';
  const line = theme === 'light' ? '#dde1e7' : '#2f353e';
  return `--paper:${paper};--ink:${ink};--muted:${muted};--accent:${accent};--soft:${soft};--line:${line};color-scheme:${theme}`;
};

const sheet = (light: string, dark: string): string => `
:root{${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
:root[data-theme=light]{${light}}
:root[data-theme=dark]{${dark}}
[data-lang=en] [lang=zh],[data-lang=zh] [lang=en]{display:none}
*{box-sizing:border-box}
html{scroll-padding-top:4rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,'Noto Sans','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif}
header{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--line)}
.bar{max-width:1240px;margin:auto;padding:.5rem 1.25rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
nav{display:flex;flex:1;gap:.1rem 1.1rem;flex-wrap:wrap}
nav a{color:var(--muted);text-decoration:none;font-size:.92rem}
nav a:hover{color:var(--accent);text-decoration:underline}
.switches{display:flex;gap:.5rem}
button{font:inherit;font-size:.88rem;padding:.2rem .75rem;border:1px solid var(--line);border-radius:1rem;background:var(--soft);color:inherit;cursor:pointer}
button:hover{border-color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
main{max-width:1240px;margin:auto;padding:2rem 1.25rem 0}
h1{font-size:2rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.55rem;margin:3.5rem 0 0;padding-top:1rem;border-top:2px solid var(--line)}
h3{font-size:1.18rem;margin:2.25rem 0 .25rem}
p{max-width:46rem;margin:.5rem 0}
code,pre{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace}
code{font-size:.9em}
pre{background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:.9rem 1.1rem;overflow:auto;font-size:.8rem;line-height:1.45;margin:.75rem 0;max-height:34rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr));gap:1.25rem;margin:1.1rem 0}
figure{margin:0;max-width:640px;border:1px solid var(--line);border-radius:10px;overflow:hidden;display:flex;flex-direction:column;justify-content:space-between}
figure svg{display:block;margin:0 auto;max-width:100%;height:auto}
[data-lang=en] figure [lang=zh],[data-lang=zh] figure [lang=en]{display:none}
figcaption{padding:.5rem .9rem .7rem;font-size:.9rem;line-height:1.45;color:var(--muted);border-top:1px solid var(--line)}
summary{cursor:pointer;color:var(--accent);font-size:.92rem}
footer{color:var(--muted);font-size:.9rem;margin:4rem 0 2rem}
@media (max-width:600px){header{position:static}nav{flex:1 1 100%}h1{font-size:1.6rem}}
@media print{header,details{display:none}figure{break-inside:avoid}}
`;

/** The look of the page; it has the colors of the figures. */
export const style: string = sheet(colors('light'), colors('dark'));
