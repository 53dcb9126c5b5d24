// After a refusal, focus goes to what is wrong: the summary above the form, or else the first field that is marked.
function firstMistake(within = document) {
  return within.querySelector("[data-focus-first]") ?? within.querySelector("[aria-invalid=true]")
}

firstMistake()?.focus()

// What was pressed often does not outlive its own answer, and a page must not drop whoever came by keyboard at its very top.
// Its successor by id takes the focus, else what is marked as next (data-focus-next), else the heading of the changed part.
let held

document.addEventListener("focusin", ({ target }) => {
  held = target
})

function successor(part) {
  const heir = held.id && document.getElementById(held.id)
  if (heir && !heir.disabled) return heir
  const next = part.querySelector("[data-focus-next]") ?? part.querySelector("h1, h2, h3")
  if (next && next.tabIndex < 0) next.tabIndex = -1
  return next
}

const isLost = () => held && (!document.activeElement || document.activeElement === document.body)

// htmx tells this to what asked, or where that is gone, to the part that came in its place.
document.addEventListener("htmx:after:swap", ({ target, detail: { ctx } }) => {
  const status = ctx?.response?.status
  const mistake = status === 422 || status === 409 ? firstMistake() : null
  if (mistake) mistake.focus()
  else if (isLost() && !held.isConnected) successor(target)?.focus()
})

// A button that was only disabled meanwhile takes its focus back; htmx lets go of it after this event.
document.addEventListener("htmx:finally:request", () => setTimeout(() => {
  if (isLost() && held.isConnected) held.focus()
}))
