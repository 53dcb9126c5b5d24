// Runs before the page is drawn: the colours chosen by hand, and the mark that scripts run here.
const root = document.documentElement
root.dataset.script = "on"
try {
  const chosen = localStorage.getItem("scheme")
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen
} catch {
  // storage may be forbidden; the device's scheme is used
}
