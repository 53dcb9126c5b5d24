// The picture of the pressed card becomes the first picture of the product's page (see view-transition-name in card.css).
document.addEventListener("click", ({ target }) => {
  document.querySelector(".card.is-leaving")?.classList.remove("is-leaving")
  if (target.closest?.("a")) target.closest(".card")?.classList.add("is-leaving")
})
