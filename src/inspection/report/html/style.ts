/** The style sheet of the report: system fonts, both colour schemes, and readable on paper. */
export const reportStyle = `
:root{color-scheme:light dark;--bg:#f4f6f8;--card:#fff;--ink:#17212b;--muted:#586675;--line:#dde3e9;--track:#e9edf1;
--accent:#2563a8;--good:#2a8f62;--warn:#b4690e;--bad:#c23b4b;
--number:#3578c2;--date:#1f9483;--text:#9465b0;--number_text:#86b5e6;--date_text:#7fcdbf;--boolean:#d99b28;--error:#d1374c;--formula:#a3561c;
--null_text:#77838f;--blank:#a3adb7;--empty:#c8d0d8;--distinct:#8a63c0;--reverse:#93a3b3}
@media (prefers-color-scheme:dark){:root{--bg:#11161b;--card:#1a2128;--ink:#e6ebf0;--muted:#9aa8b6;--line:#2c3640;--track:#262f38;
--accent:#6aa9ec;--good:#4fbb8a;--warn:#e0a04a;--bad:#f07585;
--number:#5a9be0;--date:#3db8a5;--text:#b58bd0;--number_text:#3f6a96;--date_text:#2f7268;--boolean:#e0ac4a;--error:#ef6277;--formula:#e08a4a;
--null_text:#8e9aa6;--blank:#687480;--empty:#46525d;--distinct:#a88ad8;--reverse:#71808f}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
a{color:var(--accent)}
.skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:2}
main,header,footer{max-width:1240px;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.75rem}
h1{font-size:1.7rem;margin:0 0 .2rem;overflow-wrap:anywhere}
h2{font-size:1.25rem;margin:2.4rem 0 .7rem}
h2 i,h3 i,.legend i,.facts i,.small i{font-style:normal;color:var(--muted);font-weight:400;font-size:.85em}
h3{font-size:1rem;margin:0}
p{margin:.3rem 0}
.muted,.note{color:var(--muted)}.note{font-size:.8rem;margin:.15rem 0 0}
code{font:.86em ui-monospace,"Cascadia Mono",Consolas,monospace;overflow-wrap:anywhere}
nav{position:sticky;top:0;background:var(--bg);border-bottom:1px solid var(--line);z-index:1;margin-top:1rem}
nav ul{max-width:1240px;margin:0 auto;padding:.5rem 1.25rem;display:flex;gap:.3rem 1rem;overflow-x:auto;list-style:none;white-space:nowrap;font-size:.88rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem 1.15rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:.75rem;margin-top:1.1rem}
.facts .card{padding:.75rem .95rem}.facts b{display:block;font-size:1.45rem;font-weight:650;line-height:1.2}
.facts .is-bad b{color:var(--bad)}.facts .is-warn b{color:var(--warn)}.facts .is-good b{color:var(--good)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:.2rem 0 .8rem;padding:0;font-size:.83rem}
.key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.4em;vertical-align:-.05em}
svg.bar{display:block;width:100%;border-radius:3px}.track{fill:var(--track)}
svg.columns{display:block;width:100%;height:64px;fill:var(--accent)}svg .base{stroke:var(--line);stroke-width:1}
svg .mark{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:3 2}
svg rect:hover{opacity:.75}
.ends{display:flex;justify-content:space-between;font-size:.75rem;color:var(--muted)}
.top{list-style:none;margin:0;padding:0;font-size:.8rem}
.top li{position:relative;display:flex;justify-content:space-between;gap:.5rem;padding:.06rem .35rem;margin-bottom:2px}
.top .fill{position:absolute;inset:0 auto 0 0;background:var(--accent);opacity:.2;border-radius:2px}
.top .what{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0}.top .many{color:var(--muted);white-space:nowrap}
.col{display:grid;grid-template-columns:minmax(190px,1.2fr) minmax(170px,1fr) minmax(240px,1.5fr) minmax(190px,1fr);gap:.4rem 1.5rem;padding:.85rem 0;border-top:1px solid var(--line);align-items:start}
.col:first-of-type{border-top:0}
.tag{display:inline-block;font-size:.72rem;border:1px solid var(--line);border-radius:9px;padding:0 .5em;color:var(--muted);margin:.15rem .25rem 0 0}
.tag.is-bad{color:var(--bad);border-color:var(--bad)}.tag.is-warn{color:var(--warn);border-color:var(--warn)}
.small{font-size:.82rem}.cap{font-size:.78rem;color:var(--muted);display:flex;justify-content:space-between;gap:.5rem;margin-top:.3rem}
.cap:first-child{margin-top:0}
dl{display:grid;grid-template-columns:auto 1fr;gap:.05rem .8rem;margin:0;font-size:.82rem}dt{color:var(--muted)}dd{margin:0;text-align:right;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.ref{display:grid;grid-template-columns:minmax(230px,1fr) 2.2fr;gap:.3rem 1.5rem;padding:.8rem 0;border-top:1px solid var(--line)}
.ref:first-of-type{border-top:0}
.rate{display:grid;grid-template-columns:5.5em 1fr 15.5em;gap:.6rem;align-items:center;font-size:.82rem;margin-bottom:.2rem}
.rate>span:last-child{white-space:nowrap;font-variant-numeric:tabular-nums}
.rowbar{display:grid;grid-template-columns:minmax(120px,22em) 1fr 8.5em;gap:.8rem;align-items:center;padding:.16rem 0;font-size:.88rem}
.rowbar span:last-child{text-align:right;font-variant-numeric:tabular-nums}
.rowbar a{overflow:hidden;text-overflow:ellipsis}
.lines{display:grid;grid-template-columns:minmax(150px,15em) 1fr;gap:.5rem 1.2rem;align-items:start}
.lines>span{font-size:.85rem;padding-top:.3rem}
.list{list-style:none;padding:0;margin:0}.list li{padding:.5rem 0;border-top:1px solid var(--line)}.list li:first-child{border-top:0}
details{font-size:.82rem}summary{cursor:pointer;color:var(--accent)}
details.sheet>summary{font-size:1.15rem;font-weight:650;color:var(--ink);padding:.2rem 0}
details.sheet{font-size:inherit;margin-bottom:.9rem}
section,details.sheet{scroll-margin-top:3rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
footer{color:var(--muted);font-size:.82rem;padding:2rem 1.25rem}
.f-rows{fill:var(--accent)}.f-distinct{fill:var(--distinct)}.f-reverse{fill:var(--reverse)}.f-bad{fill:var(--bad)}
.k-rows{background:var(--accent)}.k-distinct{background:var(--distinct)}.k-reverse{background:var(--reverse)}.k-bad{background:var(--bad)}
CLASSES
@media (max-width:900px){.col,.ref{grid-template-columns:1fr}.rate{grid-template-columns:5.5em 1fr}.rate>span:last-child{grid-column:2}.lines,.rowbar{grid-template-columns:1fr}}
@media print{nav{display:none}.card,.col,.ref{break-inside:avoid}}
`.replace(
  'CLASSES',
  [
    'number',
    'date',
    'text',
    'number_text',
    'date_text',
    'boolean',
    'error',
    'formula',
    'null_text',
    'blank',
    'empty',
  ]
    .map((name) => `.t-${name}{fill:var(--${name});background:var(--${name})}`)
    .join(''),
);
