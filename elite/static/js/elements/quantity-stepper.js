// <quantity-stepper data-submits><button data-step="-1">…<input type="number">…<button data-step="1"></quantity-stepper>
// Less and more change the number; with data-submits the form follows a moment after the last press.
customElements.define("quantity-stepper", class extends HTMLElement {
  #waiting

  connectedCallback() {
    this.addEventListener("click", this.#press)
    this.addEventListener("change", this.#changed)
    this.closest("form")?.addEventListener("submit", this.#sent)
    this.#limit()
  }

  disconnectedCallback() {
    clearTimeout(this.#waiting)
    this.removeEventListener("click", this.#press)
    this.removeEventListener("change", this.#changed)
  }

  get #field() {
    return this.querySelector("input")
  }

  #press = (event) => {
    const button = event.target.closest("button[data-step]")
    if (!button) return
    const before = this.#field.value
    if (Number(button.dataset.step) < 0) this.#field.stepDown()
    else this.#field.stepUp()
    if (this.#field.value === before) return
    this.#field.dispatchEvent(new Event("input", { bubbles: true }))
    this.#field.dispatchEvent(new Event("change", { bubbles: true }))
  }

  // Enter has sent the form already: the change need not follow.
  #sent = () => clearTimeout(this.#waiting)

  #changed = () => {
    this.#limit()
    if (!("submits" in this.dataset)) return
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => this.#field.form?.requestSubmit(), 350)
  }

  #limit() {
    const { value, min, max } = this.#field
    for (const button of this.querySelectorAll("button[data-step]")) {
      const end = Number(button.dataset.step) < 0 ? min : max
      button.toggleAttribute("disabled", end !== "" && value !== "" && Number(value) === Number(end))
    }
  }
})
