// <toast-note class="toast">…</toast-note>: leaves by itself, later if there is something to press, never while it is being read.
const STAYS = 6000
const STAYS_WITH_ACTION = 12000

// Escape takes them away at once: on a small screen a toast may lie over what has the focus.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const toast of document.querySelectorAll("toast-note")) toast.remove()
})

customElements.define("toast-note", class extends HTMLElement {
  #leaving

  connectedCallback() {
    for (const name of ["pointerenter", "focusin"]) this.addEventListener(name, this.#hold)
    for (const name of ["pointerleave", "focusout"]) this.addEventListener(name, this.#release)
    this.#release()
  }

  disconnectedCallback() {
    clearTimeout(this.#leaving)
  }

  #hold = () => clearTimeout(this.#leaving)

  #release = () => {
    clearTimeout(this.#leaving)
    this.#leaving = setTimeout(() => this.remove(), this.querySelector("a, button") ? STAYS_WITH_ACTION : STAYS)
  }
})
