/** The style of the pages for people outside: readable on any phone, one sheet of A4 when printed, light and dark. */
export const STYLE = `:root{color-scheme:light dark;font:1.05rem/1.55 system-ui,sans-serif}
body{max-width:42rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.25;margin:.6rem 0}
h2{font-size:1.1rem;margin:1.4rem 0 .4rem}
dl{margin:1rem 0}
dt{font-weight:700;margin-top:.7rem}
dd{margin:0;white-space:pre-line}
.what{white-space:pre-line;font-size:1.15rem}
.state{padding:.6rem .9rem;border:2px solid currentColor;font-weight:700}
.state.in-force{border-left-width:.8rem}
.past h1{text-decoration:line-through}
label,input,textarea{display:block;width:100%;box-sizing:border-box;font:inherit}
input,textarea{margin:.3rem 0 .9rem;padding:.5rem;border:1px solid currentColor;border-radius:.25rem}
button{font:inherit;font-weight:700;padding:.6rem 1.2rem;border:2px solid currentColor;border-radius:.25rem;background:none;color:inherit;cursor:pointer}
a{color:inherit}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}
[hidden],.paper{display:none!important}
footer{margin-top:2rem;font-size:.85rem}
@media print{@page{size:A4;margin:12mm}:root{font-size:11pt;line-height:1.35;color-scheme:light}body{max-width:none;padding:0}nav,form,.screen{display:none}.paper{display:inline!important;overflow-wrap:anywhere}h1{font-size:1.6em}.what{font-size:1.1em}dl{margin:.5em 0}dt{margin-top:.4em}a{text-decoration:none}footer{margin-top:1em}.dense{font-size:8.2pt;line-height:1.22}.dense p{margin:.4em 0}.dense .state{padding:.2em .6em}.dense h1{font-size:1.3em;margin:.3em 0}.dense .what{font-size:1em}.dense dt{margin-top:.2em}}
`;
