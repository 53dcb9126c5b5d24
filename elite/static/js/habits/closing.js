// <details data-closes>: closes with Escape, by a press elsewhere, and when another of its kind opens.
const open = () => document.querySelectorAll("details[data-closes][open]")

document.addEventListener("click", ({ target }) => {
  for (const details of open()) if (!details.contains(target)) details.open = false
})

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  for (const details of open()) {
    const inside = details.contains(document.activeElement)
    details.open = false
    if (inside) details.querySelector("summary").focus()
  }
})
