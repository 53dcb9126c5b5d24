// <scheme-switch hidden><button data-scheme="dark">…</scheme-switch>: day, evening, or as the device has it; kept on this device only.
const root = document.documentElement

// A <source> that belongs to one scheme follows the choice made by hand, as the styles do.
function dressPictures() {
  const chosen = root.dataset.scheme
  for (const source of document.querySelectorAll("source[data-scheme]")) {
    source.dataset.media ??= source.media
    source.media = !chosen ? source.dataset.media : chosen === source.dataset.scheme ? source.dataset.width || "all" : "not all"
  }
}

customElements.define("scheme-switch", class extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.addEventListener("click", this.#choose)
    this.#show()
  }

  #choose = (event) => {
    const button = event.target.closest("button[data-scheme]")
    if (!button) return
    const chosen = button.dataset.scheme
    if (chosen) root.dataset.scheme = chosen
    else delete root.dataset.scheme
    try {
      if (chosen) localStorage.setItem("scheme", chosen)
      else localStorage.removeItem("scheme")
    } catch {
      // the choice holds for this page
    }
    dressPictures()
    for (const other of document.querySelectorAll("scheme-switch")) other.#show()
  }

  #show() {
    const chosen = root.dataset.scheme ?? ""
    for (const button of this.querySelectorAll("button[data-scheme]")) {
      button.setAttribute("aria-pressed", String(button.dataset.scheme === chosen))
    }
  }
})

dressPictures()
document.addEventListener("htmx:after:swap", dressPictures)
