// <chosen-rows data-none="None chosen" data-one="1 chosen" data-many="%s chosen">: counts the ticked rows of the form it stands in and lets one
// box (data-all) tick them all. What needs a choice (data-needs-choice) can be pressed only when there is one.
customElements.define("chosen-rows", class extends HTMLElement {
  connectedCallback() {
    this.#form = this.closest("form") ?? document
    this.#form.addEventListener("change", this.#changed)
    this.#count()
  }

  disconnectedCallback() {
    this.#form.removeEventListener("change", this.#changed)
  }

  #form

  get #boxes() {
    return [...this.#form.querySelectorAll("tbody input[type=checkbox]")]
  }

  #changed = (event) => {
    if (event.target.matches("[data-all]")) for (const box of this.#boxes) box.checked = event.target.checked
    this.#count()
  }

  #count() {
    const boxes = this.#boxes
    const chosen = boxes.filter((box) => box.checked).length
    const { none, one, many } = this.dataset
    this.textContent = chosen === 0 ? none : chosen === 1 ? one : many.replace("%s", chosen)
    const all = this.#form.querySelector("[data-all]")
    if (all) {
      all.checked = chosen > 0 && chosen === boxes.length
      all.indeterminate = chosen > 0 && chosen < boxes.length
    }
    for (const button of this.#form.querySelectorAll("[data-needs-choice]")) button.disabled = chosen === 0
  }
})
