// After a refusal, focus goes to what is wrong: the summary above the form, or else the first field that is marked.
function firstMistake(within = document) {
  return within.querySelector("[data-focus-first]") ?? within.querySelector("[aria-invalid=true]")
}

firstMistake()?.focus()

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const status = ctx?.response?.status
  if (status === 422 || status === 409) firstMistake()?.focus()
})
