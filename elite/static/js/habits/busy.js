// Says that something is under way, once it takes longer than a moment: the pressed button turns, the part that will change is marked.
const PATIENCE = 200
const waiting = new Map()

function begin(form, button, part) {
  if (waiting.has(form)) return
  const timer = setTimeout(() => {
    button?.setAttribute("aria-busy", "true")
    part?.setAttribute("aria-busy", "true")
  }, PATIENCE)
  waiting.set(form, { timer, button, part })
}

function end(form) {
  const { timer, button, part } = waiting.get(form) ?? {}
  clearTimeout(timer)
  button?.removeAttribute("aria-busy")
  part?.removeAttribute("aria-busy")
  waiting.delete(form)
}

let pressed // the button that submitted last; htmx tells only the form

document.addEventListener("submit", (event) => {
  pressed = event.submitter
}, { capture: true })

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) begin(event.target, event.submitter, null)
})

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  const source = ctx.sourceElement
  const button = source.matches("form") ? (pressed?.form === source ? pressed : source.querySelector("button:not([type=button])")) : source
  begin(source, button, ctx.target === document.body ? null : ctx.target)
})

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => end(ctx.sourceElement))

// Coming back to a page that was kept alive, nothing is under way any more.
addEventListener("pageshow", () => {
  for (const form of [...waiting.keys()]) end(form)
})
