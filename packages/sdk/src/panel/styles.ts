import { themeNames, themeVariables } from './tokens.ts'

/** One constructed sheet for the shadow root. Sizes are ours (`--s`), since the host's `rem` is not. */
export const panelCss = `
:host{all:initial;position:fixed;inset:0;width:auto;height:auto;margin:0;padding:0;border:0;background:transparent;overflow:visible;pointer-events:none;z-index:2147483000;display:block;color-scheme:light}
:host([hidden]){display:none}
*{box-sizing:border-box}
[hidden]{display:none!important}
${themeNames.map((name) => `.root.${name}{${themeVariables(name)}}`).join('\n')}
.root{--s:1;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;font-size:calc(var(--s)*14px);line-height:1.6;color:var(--qs-text);text-align:left;font-variant-numeric:tabular-nums}
.root.large{--s:1.25}.root.larger{--s:1.5}
.panel,.pill,.veil,.mini{pointer-events:auto}
h2,h3,h4,p,ol,ul,dl,dd,blockquote,figure{margin:0;padding:0}ol,ul{list-style:none}
button,input,select,textarea{font:inherit;color:inherit;letter-spacing:inherit}
button{cursor:pointer}
cite{font-style:normal}
.icon{flex:none;vertical-align:-3px}
.panel{position:fixed;display:flex;flex-direction:column;background:var(--qs-surface);border-radius:10px;box-shadow:0 12px 32px rgba(20,35,55,.18),0 0 0 1px rgba(20,35,55,.1);overflow:hidden}
.hc .panel,.hc .pill,.hc .dialog{box-shadow:none;border:2px solid #000}
.head{flex:none;display:flex;align-items:center;gap:6px;height:calc(var(--s)*44px);padding:0 8px 0 12px;border-bottom:1px solid var(--qs-line)}
.logo{display:inline-flex;align-items:center;justify-content:center;width:22px;height:22px;border-radius:5px;background:var(--qs-brand);color:var(--qs-on-brand);flex:none}
.head strong{font-size:calc(var(--s)*15px);font-weight:600;flex:none}
.account{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:var(--qs-text-2);font-size:calc(var(--s)*12px)}
.tool{flex:none;display:inline-flex;align-items:center;justify-content:center;width:calc(var(--s)*28px);height:calc(var(--s)*28px);border:0;border-radius:6px;background:none;color:var(--qs-text-2);padding:0}
.tool:hover{background:var(--qs-surface-3)}
.grip{cursor:grab;touch-action:none}
button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--qs-brand);outline-offset:2px}
.banner{flex:none;display:flex;align-items:center;gap:10px;padding:12px 14px;border-bottom:1px solid var(--qs-line-2)}
.banner:focus{outline:none}.banner:focus-visible{outline:2px solid var(--qs-brand);outline-offset:-3px}
.sign{flex:none;display:inline-flex;align-items:center;justify-content:center;width:32px;height:32px;border-radius:7px}
.banner .words{flex:1;min-width:0}
.banner h2{font-size:calc(var(--s)*18px);line-height:1.45;font-weight:600}
.banner p{font-size:calc(var(--s)*13px);color:var(--qs-text)}
.banner .soft{color:var(--qs-text-2);font-weight:400;margin-left:8px}
.banner b{font-weight:600}
.banner.hold{background:var(--qs-hold-soft);border-color:var(--qs-hold-line)}.banner.hold h2{color:var(--qs-hold)}.hold .sign,.sign.hold{background:var(--qs-hold);color:var(--qs-surface)}
.banner.review{background:var(--qs-ask-soft);border-color:var(--qs-ask-line)}.banner.review h2{color:var(--qs-ask)}.review .sign,.sign.review{background:var(--qs-ask);color:var(--qs-surface)}
.banner.clear{background:var(--qs-clear-soft);border-color:var(--qs-clear-line)}.banner.clear h2{color:var(--qs-clear)}.clear .sign,.sign.clear{border:2px solid var(--qs-clear);color:var(--qs-clear);background:var(--qs-surface)}
.hatch,.banner.unchecked{background:var(--qs-un-soft) repeating-linear-gradient(135deg,transparent 0 8px,rgba(120,118,160,.13) 8px 16px)}
.banner.unchecked{border-color:var(--qs-un-line)}.banner.unchecked h2{color:var(--qs-un)}.unchecked .sign,.sign.unchecked{background:var(--qs-un);color:var(--qs-surface)}
.empty .sign{border:2px solid var(--qs-line-control);color:var(--qs-text-3)}
.stepper{flex:none;display:flex;align-items:center;gap:2px;font-size:calc(var(--s)*12px);color:var(--qs-text-2)}
.tabs{flex:none;display:flex;gap:4px;padding:0 8px;border-bottom:1px solid var(--qs-line)}
.tab{border:0;background:none;padding:calc(var(--s)*7px) 10px;color:var(--qs-text-2);border-bottom:2px solid transparent}
.tab[aria-selected=true]{color:var(--qs-brand);border-color:var(--qs-brand);font-weight:600}
.tab small{font-size:calc(var(--s)*12px);margin-left:4px}
.body{flex:1;min-height:0;overflow:auto;overscroll-behavior:contain;padding:10px;background:var(--qs-bg)}
.cards>li+li{margin-top:8px}
.card{position:relative;background:var(--qs-surface);border:1px solid var(--qs-line-2);border-radius:8px;padding:10px 12px 10px 16px;overflow:hidden}
.card::before{content:"";position:absolute;left:0;top:0;bottom:0;width:0;border-left:4px solid var(--qs-hold-mark)}
.card.ask::before{border-left:4px dashed var(--qs-ask-mark)}.card.hint::before{border-left:4px dotted var(--qs-hint-mark)}
.card:focus-visible{outline-offset:-3px}
.card[aria-current=true]{border-color:var(--qs-brand);box-shadow:0 0 0 1px var(--qs-brand)}
.stale .card{opacity:.6}
.row{display:flex;align-items:center;gap:8px;flex-wrap:wrap}
.row.spread{justify-content:space-between}
.card h3{display:flex;align-items:center;gap:8px;font-size:calc(var(--s)*14px);font-weight:600;flex:1;min-width:0}
.kind{display:inline-flex;align-items:center;gap:4px;flex:none}
.kind.hold{color:var(--qs-hold)}.kind.ask{color:var(--qs-ask)}.kind.hint{color:var(--qs-hint)}
.at{border:0;background:none;padding:0 2px;color:var(--qs-text-3);font-size:calc(var(--s)*12px)}.at:hover{color:var(--qs-brand);text-decoration:underline}
.message{font-size:calc(var(--s)*15px);line-height:1.6;margin:4px 0 8px}
.hint .message{font-size:calc(var(--s)*14px);margin:2px 0 6px}
.quote{background:var(--qs-surface-2);border-radius:6px;padding:5px 10px;margin-bottom:8px;font-size:calc(var(--s)*13px);color:var(--qs-text-2);overflow-wrap:anywhere;border:1px solid transparent}
.hc .quote{border-color:#000}
.found{color:var(--qs-text);text-decoration:underline solid var(--qs-hold-mark) 3px;text-underline-offset:4px;background:var(--qs-hold-soft)}
.ask .found{text-decoration:underline dashed var(--qs-ask-mark) 2px;text-underline-offset:5px;background:var(--qs-ask-soft)}
.hint .found{text-decoration:underline dotted var(--qs-hint-mark) 2px;text-underline-offset:5px;background:none}
.btn{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-height:calc(var(--s)*32px);padding:2px 14px;border:1px solid var(--qs-line-control);border-radius:6px;background:var(--qs-surface);font-weight:500;text-align:left}
.btn.small{min-height:calc(var(--s)*28px);padding:1px 10px}
.btn:hover{background:var(--qs-surface-3)}
.btn.primary{background:var(--qs-brand);border-color:var(--qs-brand);color:var(--qs-on-brand)}.btn.primary:hover{background:var(--qs-brand-strong)}
.btn[aria-pressed=true]{background:var(--qs-brand-soft);border-color:var(--qs-brand);color:var(--qs-brand);font-weight:600}
.btn[aria-disabled=true]{background:var(--qs-surface-3);border-color:var(--qs-line-2);color:var(--qs-text-3);cursor:default}
.btn.wide{width:100%}
.link{border:0;background:none;padding:2px 0;min-height:24px;color:var(--qs-brand);font-size:calc(var(--s)*13px);display:inline-flex;align-items:center;gap:4px}
.link:hover{text-decoration:underline}.link.quiet{color:var(--qs-text-2)}
.links{display:flex;align-items:center;gap:14px;margin-top:6px;flex-wrap:wrap}.links .push{margin-left:auto}
.basis{border-top:1px solid var(--qs-line);margin-top:10px;padding-top:6px;font-size:calc(var(--s)*13px)}
.basis summary,.basis .sum{display:flex;align-items:center;gap:8px;width:100%;border:0;background:none;padding:2px 0;text-align:left;cursor:pointer}
.basis .lead{color:var(--qs-text-2);flex:none}.basis .loc{flex:1;min-width:0}
.chip{flex:none;display:inline-flex;align-items:center;height:calc(var(--s)*20px);padding:0 6px;border-radius:4px;border:1px solid var(--qs-line-2);font-size:calc(var(--s)*12px);color:var(--qs-text-2)}
.chip.in-force{color:var(--qs-done);border-color:var(--qs-done-line);background:var(--qs-done-soft)}
.chip.consultation{color:var(--qs-ask);border-color:var(--qs-ask-line);background:var(--qs-ask-soft)}
.law{border-left:3px solid var(--qs-brand-line);padding:0 0 0 10px;margin:4px 0;font-size:calc(var(--s)*13px);line-height:1.6;overflow-wrap:anywhere}
.note{font-size:calc(var(--s)*12px);line-height:1.5;color:var(--qs-text-3)}
.trace{background:var(--qs-surface-2);border:1px solid var(--qs-line);border-radius:6px;padding:8px 10px;margin-top:8px;font-size:calc(var(--s)*13px)}
.trace li{display:flex;gap:8px}.trace i{flex:none;font-style:normal;width:1em;color:var(--qs-text-2)}.trace .mono{font-family:Consolas,"Noto Sans Mono CJK SC",monospace;font-size:calc(var(--s)*12px);color:var(--qs-text-3);overflow-wrap:anywhere}
.form{border:1px solid var(--qs-line-2);border-radius:6px;padding:10px;margin-top:8px}
.form h4{font-size:calc(var(--s)*13px);font-weight:600}.form h4 small{font-weight:400;color:var(--qs-text-3);margin-left:8px;font-size:calc(var(--s)*12px)}
.grid{display:grid;grid-template-columns:1fr 1fr;gap:6px;margin:8px 0}
.choice{display:flex;align-items:center;gap:6px;border:1px solid var(--qs-line-control);border-radius:6px;padding:3px 8px;min-height:calc(var(--s)*28px);font-size:calc(var(--s)*13px);cursor:pointer;background:var(--qs-surface)}
.choice input{accent-color:var(--qs-brand);margin:0;flex:none}
.end{display:flex;justify-content:flex-end;gap:8px;margin-top:8px;flex-wrap:wrap}
.field{display:block;margin-top:8px;font-size:calc(var(--s)*13px)}.field>span{display:block;color:var(--qs-text-2);margin-bottom:2px}
.field input,.field select,.field textarea{width:100%;min-height:calc(var(--s)*32px);border:1px solid var(--qs-line-control);border-radius:6px;background:var(--qs-surface);padding:4px 8px}
.field textarea{min-height:calc(var(--s)*64px);resize:vertical}
.bad{color:var(--qs-over);font-size:calc(var(--s)*13px);margin-top:6px}
.section{margin-top:14px}.section:first-child{margin-top:2px}.section>h3{font-size:calc(var(--s)*13px);font-weight:600;color:var(--qs-text-2);margin-bottom:6px}
.plain li{display:flex;gap:8px;align-items:center;padding:3px 2px}.plain .icon{color:var(--qs-clear)}.plain.not .icon{color:var(--qs-un)}
.box{background:var(--qs-surface);border:1px solid var(--qs-line-2);border-radius:8px;padding:12px 14px}.box+.box{margin-top:8px}.box h3{font-size:calc(var(--s)*14px);font-weight:600;margin-bottom:6px}.box .btn{margin-top:2px}
.dealt li{display:flex;gap:8px;align-items:center;background:var(--qs-surface);border:1px solid var(--qs-line);border-radius:8px;padding:6px 10px;font-size:calc(var(--s)*13px)}.dealt li+li{margin-top:6px}.dealt .icon{color:var(--qs-done)}.dealt span{flex:1;min-width:0;overflow-wrap:anywhere;color:var(--qs-text-2)}.dealt b{font-weight:600;color:var(--qs-text)}
.foot{flex:none;display:flex;align-items:center;gap:6px;min-height:calc(var(--s)*36px);padding:0 10px 0 14px;border-top:1px solid var(--qs-line);background:var(--qs-surface-2);font-size:calc(var(--s)*12px);color:var(--qs-text-2)}.foot span{flex:1}
.foot button{border:0;background:none;padding:4px 2px;min-height:24px;color:var(--qs-text-2);font-size:inherit}.foot button:hover{color:var(--qs-brand);text-decoration:underline}
.field .pasted{min-height:calc(var(--s)*140px);font-size:calc(var(--s)*14px)}.box .btn.wide+.btn.wide{margin-top:8px}
.fields{margin-top:8px;font-size:calc(var(--s)*13px)}.fields div{display:flex;gap:8px;padding:3px 0;border-top:1px solid var(--qs-line)}.fields dt{flex:none;width:8.5em;color:var(--qs-text-2)}.fields dd{flex:1;min-width:0;overflow-wrap:anywhere}.box summary{cursor:pointer}
.raw{font-family:Consolas,"Noto Sans Mono CJK SC",monospace;font-size:calc(var(--s)*12px);line-height:1.5;overflow-wrap:anywhere;background:var(--qs-surface-2);border:1px solid var(--qs-line);border-radius:6px;padding:6px 8px;margin-top:6px;white-space:pre-wrap;user-select:text}
.toast{position:absolute;left:12px;bottom:calc(var(--s)*36px + 10px);display:flex;align-items:center;gap:12px;background:#1A2330;color:#fff;border-radius:6px;padding:7px 14px;font-size:calc(var(--s)*14px);max-width:calc(100% - 24px)}
.toast button{border:0;background:none;color:#A5CCF3;font-weight:600;padding:2px;min-height:24px}
.pill{position:fixed;display:flex;align-items:center;gap:8px;height:44px;padding:0 14px 0 8px;border:0;border-radius:22px;background:var(--qs-surface);color:var(--qs-text);box-shadow:0 12px 32px rgba(20,35,55,.18),0 0 0 1px rgba(20,35,55,.1);font-weight:600;touch-action:none;white-space:nowrap}
.pill .sign{border-radius:50%;width:28px;height:28px}.pill.hold b{color:var(--qs-hold)}.pill.review b{color:var(--qs-ask)}.pill.clear b{color:var(--qs-clear)}.pill.unchecked b{color:var(--qs-un)}.pill small{font-size:calc(var(--s)*13px);font-weight:400;color:var(--qs-text-2)}
.veil{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;background:rgba(15,25,40,.35);padding:16px}
.veil.pass{background:none;pointer-events:none}.veil.pass .dialog{pointer-events:auto}
.dialog{display:flex;flex-direction:column;width:640px;max-width:100%;max-height:90vh;background:var(--qs-surface);border-radius:10px;box-shadow:0 12px 32px rgba(20,35,55,.18);overflow:hidden}
.dialog header{display:flex;gap:12px;padding:20px 20px 14px 24px;align-items:flex-start}.dialog header .words{flex:1}.dialog h2{font-size:calc(var(--s)*20px);line-height:1.4;font-weight:600}.dialog header p{color:var(--qs-text-2)}
.dialog .items{overflow:auto;padding:0 24px 10px;flex:1;min-height:0}.dialog .items>ol>li{border-top:1px solid var(--qs-line);padding:12px 0}
.item{display:flex;gap:12px;align-items:flex-start}.item .main{flex:1;min-width:0}.item .main b{font-weight:600}.item .main small{color:var(--qs-text-3);margin-left:8px;font-size:calc(var(--s)*12px)}
.item .main p{overflow-wrap:anywhere}
.reasons{display:flex;gap:6px;flex-wrap:wrap;margin:8px 0 0 28px;align-items:center;font-size:calc(var(--s)*13px)}
.dialog footer{display:flex;align-items:center;gap:10px;padding:14px 24px;background:var(--qs-surface-2);border-top:1px solid var(--qs-line);flex-wrap:wrap}.dialog footer .push{flex:1;display:flex;align-items:center;gap:8px;color:var(--qs-text-2);font-size:calc(var(--s)*13px)}
.bar{display:inline-block;width:120px;height:6px;border-radius:3px;background:var(--qs-surface-3);overflow:hidden}.bar i{display:block;height:100%;background:var(--qs-brand)}
.checks{display:grid;grid-template-columns:1fr 1fr;gap:8px;margin:8px 0 12px}.checks label{display:flex;gap:8px;align-items:center}
.notebox{border:1px solid var(--qs-un-line);border-radius:6px;padding:10px 12px;margin-bottom:12px}
.strip{flex:none;display:block;width:100%;border:0;border-bottom:1px solid var(--qs-line-2);background:var(--qs-brand-soft);padding:8px 14px 9px;text-align:left}.strip .line{display:flex;gap:10px;align-items:baseline;flex-wrap:wrap}.strip b{font-weight:600;color:var(--qs-brand)}
.segments{display:flex;gap:6px;margin-top:6px}.segment{flex:1;min-width:0}.segment i{display:block;height:6px;border-radius:3px;background:var(--qs-line-control);opacity:.45}.segment.valid i{background:var(--qs-done);opacity:1}.segment.lapsed i{background:repeating-linear-gradient(90deg,var(--qs-ask-mark) 0 8px,transparent 8px 14px);opacity:1}.segment small{display:block;font-size:calc(var(--s)*12px);color:var(--qs-text-2);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.steps{background:var(--qs-surface);border:1px solid var(--qs-line-2);border-radius:8px;padding:12px;margin-bottom:8px}
.step{position:relative;display:flex;gap:10px;padding-bottom:12px}.step:last-child{padding-bottom:0}.step:not(:last-child)::before{content:"";position:absolute;left:12px;top:28px;bottom:2px;border-left:2px solid var(--qs-line-2)}.step.valid:not(:last-child)::before{border-color:var(--qs-done)}
.dot{flex:none;display:inline-flex;align-items:center;justify-content:center;width:26px;height:26px;border-radius:50%;border:2px solid var(--qs-line-control);background:var(--qs-surface);font-size:calc(var(--s)*13px);font-weight:600}.step.valid .dot{background:var(--qs-done);border-color:var(--qs-done);color:var(--qs-surface)}.step.lapsed .dot{border:2px dashed var(--qs-ask-mark);color:var(--qs-ask)}.step.due .dot{border-color:var(--qs-brand);color:var(--qs-brand)}
.step .main{flex:1;min-width:0}.step h3{display:flex;align-items:center;justify-content:space-between;gap:8px;font-size:calc(var(--s)*14px);font-weight:600}.step p{overflow-wrap:anywhere}.returned{color:var(--qs-ask)}
.chip.valid{background:var(--qs-done-soft);border-color:var(--qs-done-line);color:var(--qs-done)}.chip.lapsed,.chip.due{background:var(--qs-ask-soft);border-color:var(--qs-ask-line);color:var(--qs-ask)}
.ticks{display:flex;flex-wrap:wrap;gap:4px 14px;border:0;margin:4px 0 8px;padding:0}.ticks label{display:inline-flex;gap:6px;align-items:center;min-height:calc(var(--s)*26px)}.ticks legend{padding:0}
fieldset{border:0;margin:0;padding:0;min-width:0}fieldset:disabled{color:var(--qs-text-3)}
.changes li{border-left:4px solid var(--qs-brand);padding:2px 0 2px 8px;margin-bottom:6px}.changes p{font-size:calc(var(--s)*14px)}ins{background:var(--qs-ins);text-decoration:underline solid var(--qs-done) 2px;text-underline-offset:3px}del{background:var(--qs-del);text-decoration:line-through}
.questions li{border-top:1px solid var(--qs-line);padding:7px 0}.questions .row{margin-top:4px}.questions input{flex:1;min-width:0}
.guidance li{border-top:1px solid var(--qs-line);padding:7px 0}.guidance .chip{margin-bottom:2px}
.acts li{font-size:calc(var(--s)*13px);padding:2px 0;overflow-wrap:anywhere}.section summary{cursor:pointer}
.duty summary{display:grid;grid-template-columns:auto 1fr auto;gap:2px 8px;align-items:center}.duty summary .note{grid-column:2/4}.duty .left{font-weight:600}.duty.overdue summary>.icon,.duty.overdue .left{color:var(--qs-over)}.duty.due-soon summary>.icon,.duty.due-soon .left{color:var(--qs-ask)}.duty.cannot-tell .left{color:var(--qs-un)}.duty.fresh summary>.icon{color:var(--qs-done)}.duty p{margin-top:4px}
.searchbox{display:flex;align-items:center;gap:8px;border:1px solid var(--qs-line-control);border-radius:6px;background:var(--qs-surface);padding:0 10px;margin-bottom:10px}.searchbox input{flex:1;min-width:0;border:0;background:none;min-height:calc(var(--s)*34px);outline:none}.searchbox:focus-within{outline:2px solid var(--qs-brand);outline-offset:1px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.blank{text-align:center;color:var(--qs-text-2);padding:32px 12px}.blank h3{font-size:calc(var(--s)*15px);color:var(--qs-text);margin:8px 0 2px}
.mini{position:fixed;width:300px;max-width:90vw;background:var(--qs-surface);border-radius:8px;box-shadow:0 2px 8px rgba(20,35,55,.16),0 0 0 1px rgba(20,35,55,.12);padding:10px 12px}
.at-mark{border:1px solid var(--qs-line-2)}
.at-mark{border:1px solid var(--qs-line-2)}.at-mark b{display:flex;gap:8px;font-weight:600}.at-mark p{margin:4px 0 8px}.at-mark .row{gap:14px}
.hc .mini{box-shadow:none;border:2px solid #000}
@media (prefers-reduced-motion:no-preference){.btn,.tool,.tab{transition:background-color 120ms}}
@media (forced-colors:active){.card[aria-current=true]{outline:2px solid Highlight}.btn.primary{border:2px solid LinkText}.sign{border:1px solid CanvasText}}
@media (max-width:640px){.grid,.checks{grid-template-columns:1fr}}
`

/** The same three lines, drawn over the host's text. `dark`: the text stands on a dark ground. */
export function markCss(dark: boolean): string {
  const [hold, ask, hint] = dark ? ['#FF7B6E', '#E0A74A', '#86A9C2'] : ['#C9372C', '#B36B00', '#5C7D96']
  const [holdGround, askGround] = dark ? ['rgba(255,123,110,.18)', 'rgba(224,167,74,.15)'] : ['rgba(201,55,44,.11)', 'rgba(179,107,0,.09)']
  const line = (style: string, width: number, colour: string, offset: number) =>
    `text-decoration:underline ${style} ${colour} ${width}px;text-underline-offset:${offset}px;text-decoration-skip-ink:none;`
  return (
    `::highlight(qs-hold){${line('solid', 3, hold!, 4)}background-color:${holdGround};}` +
    `::highlight(qs-ask){${line('dashed', 2, ask!, 5)}background-color:${askGround};}` +
    `::highlight(qs-hint){${line('dotted', 2, hint!, 5)}}`
  )
}
