// <copy-text value="SAVE10"><code>SAVE10</code><button hidden>…</button><span role="status" data-said="Copied"></span></copy-text>
customElements.define("copy-text", class extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button")
    button.hidden = !navigator.clipboard
    button.addEventListener("click", this.#copy)
  }

  #copy = async () => {
    await navigator.clipboard.writeText(this.getAttribute("value"))
    const status = this.querySelector("[role=status]")
    status.textContent = status.dataset.said
    this.toggleAttribute("copied", true)
    setTimeout(() => {
      status.textContent = ""
      this.removeAttribute("copied")
    }, 2000)
  }
})
