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
@media print{@page{size:A4;margin:14mm}:root{font-size:10pt;line-height:1.35;color-scheme:light}body{max-width:none;padding:0}nav,form,.screen{display:none}.paper{display:inline!important;overflow-wrap:anywhere}h1{font-size:16pt}.what{font-size:11pt}dt{margin-top:4pt}a{text-decoration:none}}
`;
