// <form method="get" data-chooses>: a choice asks at once, without pressing the button, which then disappears (see .is-fallback).
document.addEventListener("change", ({ target }) => {
  const form = target.form
  if (form?.matches("[data-chooses]") && !target.closest("quantity-stepper")) form.requestSubmit()
})
