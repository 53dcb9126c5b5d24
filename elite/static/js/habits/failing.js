// When an answer does not come, or is not one of ours, the page stays as it is and a toast says so.
document.addEventListener("htmx:before:swap", (event) => {
  const { response, text } = event.detail.ctx
  if (response?.status >= 500 && !text?.includes("<hx-partial")) {
    event.preventDefault()
    say("failed")
  }
})

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (ctx && !ctx.response) say(navigator.onLine ? "failed" : "offline")
})

function say(what) {
  const place = document.getElementById("toasts")
  const words = place?.dataset[what]
  if (!words) return
  const toast = document.createElement("toast-note")
  toast.className = "toast"
  toast.append(Object.assign(document.createElement("span"), { textContent: words }))
  place.append(toast)
}
