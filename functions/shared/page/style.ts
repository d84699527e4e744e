/** Phone first, prints well, light and dark; no fonts or pictures from elsewhere. */
export const STYLE = `
:root{--ink:#1a1a1a;--paper:#fff;--soft:#f5f1ea;--line:#d5cec2;--grey:#595959;--red:#b3131a;--green:#0b6b3a;--amber:#8a5300}
@media (prefers-color-scheme:dark){:root{--ink:#efece6;--paper:#191816;--soft:#26241f;--line:#4a463d;--grey:#b5afa4;--red:#ff8a85;--green:#6fd69c;--amber:#f0b860}}
*{box-sizing:border-box}
a{color:inherit}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:1rem}
header{border-bottom:3px double var(--red);padding:.5rem 0 .75rem;margin-bottom:1rem}
header p{margin:0;color:var(--red);font-weight:700}
h1{font-size:1.4rem;margin:.25rem 0 0;word-break:keep-all;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
[lang=en]{color:var(--grey);font-size:.85em;font-weight:400}
.status{display:flex;gap:.75rem;align-items:center;border:2px solid;border-radius:.5rem;padding:.75rem 1rem;font-size:1.25rem;font-weight:700}
.status .sign{font-size:2rem;line-height:1}
.status [lang=en]{display:block;color:inherit}
.good{color:var(--green)}.bad{color:var(--red)}.unsure{color:var(--amber)}
dl{display:grid;grid-template-columns:1fr;margin:1rem 0;border-top:1px solid var(--line)}
dt{font-size:.85rem;color:var(--grey);padding-top:.5rem}
dd{margin:0;padding-bottom:.5rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:center;min-width:4.5em}
th:first-child{text-align:left;min-width:11em}
thead th{background:var(--soft)}
td a{white-space:nowrap}
td.records{font-weight:700;color:var(--red)}
form{display:grid;gap:.75rem;background:var(--soft);border-radius:.5rem;padding:1rem;margin:1.5rem 0}
label{font-weight:600}
input{width:100%;font:inherit;padding:.6rem;border:1px solid var(--grey);border-radius:.3rem;background:var(--paper);color:var(--ink)}
button{font:inherit;font-weight:700;padding:.7rem;border:0;border-radius:.3rem;background:#b3131a;color:#fff}
input:focus-visible,button:focus-visible,.scroll:focus-visible{outline:3px solid #1f6feb;outline-offset:2px}
code{font-size:.8rem;overflow-wrap:anywhere}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0 0 1rem}
nav b{border-bottom:3px solid var(--red)}
.home{font-size:.85rem}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.75rem;color:var(--grey);font-size:.85rem}
@media (min-width:36rem){dl{grid-template-columns:12rem 1fr}dt{padding:.5rem 0;border-bottom:1px solid var(--line)}dd{padding:.5rem 0}}
@media screen and (max-width:36rem){.cards thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.cards tr{display:block;border:1px solid var(--line);border-radius:.5rem;padding:.35rem .75rem;margin-bottom:.75rem}.cards th,.cards td{display:flex;justify-content:space-between;gap:1rem;border:0;padding:.2rem 0;min-width:0;text-align:right}.cards th{text-align:left}.cards td::before{content:attr(data-title);color:var(--grey);white-space:nowrap}}
@media print{form,.scroll{background:none;overflow:visible}form,nav,.home{display:none}body{font-size:11pt}:root{--ink:#000;--paper:#fff;--soft:#eee;--line:#999;--grey:#444;--red:#900;--green:#063;--amber:#630}}
`;
