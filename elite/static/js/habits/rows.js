// Up and down walk through the rows of a table by their first link; the page does not scroll away meanwhile.
document.addEventListener("keydown", (event) => {
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || !event.target.matches("tbody th a")) return
  const links = [...event.target.closest("tbody").querySelectorAll("th a")]
  const next = links[links.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
})
