// Dresses the shop: bundles, splits and minifies styles and scripts, cuts the fonts, draws the icons, names every file by its
// hash, writes .br and .gz beside each, and says what it weighs. Everything lands in dist/, with manifest.json naming it.
//
//   npm run build            once
//   npm run watch            again whenever a source changes
//
// PYTHON names an interpreter with fontTools; .venv/bin/python or python3 otherwise.
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from "node:fs"
import { basename, dirname, extname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import * as esbuild from "esbuild"

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, "../..")
const dist = join(here, "dist")
const cache = join(root, "node_modules/.cache/elite")
const LIMITS = { "shop.css": 20_000, "shop.js": 20_000 } // brotli bytes; a heavier shop fails the build

async function build() {
  const fresh = `${dist}.${process.pid}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  const manifest = {}
  const fonts = cutFonts()

  await bundle(fresh, fonts, manifest)
  for (const file of ["icons/icons.svg", "icons/favicon.svg"]) copy(file, fresh, manifest)
  for (const file of readdirSync(join(here, "icons")).filter((name) => name.endsWith(".png"))) copy(`icons/${file}`, fresh, manifest)
  for (const file of readdirSync(join(here, "images"))) copy(`images/${file}`, fresh, manifest)
  manifest["icons.svg"] = manifest["icons/icons.svg"]
  for (const file of readdirSync(fonts).filter((name) => name.endsWith(".ttf"))) {
    mkdirSync(join(fresh, "fonts"), { recursive: true })
    cpSync(join(fonts, file), join(fresh, "fonts", file))
  }

  compress(fresh)
  const ordered = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b)))
  writeFileSync(join(fresh, "manifest.json"), JSON.stringify(ordered, null, 1) + "\n")
  const heavy = report(fresh, ordered)
  if (heavy.length) throw new Error(`Too heavy: ${heavy.join(", ")}`)
  replace(fresh)
}

// The old folder stays whole until the new one stands beside it; two builds at once do not share a folder.
function replace(fresh) {
  const old = `${dist}.${process.pid}.old`
  keepPrevious(fresh)
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}

// Pages kept by browsers and caches still name the files of the build before; those stay for one build more.
function keepPrevious(fresh) {
  if (!existsSync(join(dist, "manifest.json"))) return
  for (const file of Object.values(JSON.parse(readFileSync(join(dist, "manifest.json"))))) {
    for (const ending of ["", ".br", ".gz"]) {
      if (!existsSync(join(dist, file + ending)) || existsSync(join(fresh, file + ending))) continue
      mkdirSync(dirname(join(fresh, file)), { recursive: true })
      cpSync(join(dist, file + ending), join(fresh, file + ending))
    }
  }
}

async function bundle(fresh, fonts, manifest) {
  const shared = {
    absWorkingDir: here, bundle: true, minify: true, metafile: true, outdir: fresh, entryNames: "[name]-[hash]", chunkNames: "chunk-[hash]",
    assetNames: "fonts/[name]-[hash]", loader: { ".woff2": "file" }, legalComments: "none", publicPath: "/static/", logLevel: "warning",
    target: ["chrome111", "firefox113", "safari16.4"],
  }
  const results = await Promise.all([
    esbuild.build({ ...shared, entryPoints: ["css/shop.css", "css/admin.css"], plugins: [fontFiles(fonts), oneScheme] }),
    esbuild.build({ ...shared, entryPoints: ["js/shop.js", "js/admin.js"], format: "esm", splitting: true, nodePaths: [join(root, "node_modules")] }),
    esbuild.build({ ...shared, entryPoints: ["js/scheme.js"], format: "iife" }),
  ])
  for (const { metafile } of results) {
    for (const [path, output] of Object.entries(metafile.outputs)) {
      const file = relative(fresh, join(here, path))
      if (output.entryPoint) manifest[basename(output.entryPoint)] = file
      else if (file.startsWith("fonts/")) manifest[file.replace(/-[0-9A-Z]{8}(?=\.)/, "")] = file
      else manifest[file] = file
    }
  }
}

// `url("fonts/imbue.woff2")` in a style means the file that was just cut.
const fontFiles = (folder) => ({
  name: "font-files",
  setup(build) {
    build.onResolve({ filter: /^fonts\// }, ({ path }) => ({ path: join(folder, basename(path)) }))
  },
})

// Browsers without light-dark() get the same tokens as two plain sets, by the device's scheme and by the one chosen by hand.
const oneScheme = {
  name: "one-scheme",
  setup(build) {
    build.onLoad({ filter: /tokens\.css$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8")
      const pairs = [...source.matchAll(/(--[\w-]+):\s*light-dark\(\s*((?:[^()]|\([^()]*\))*?)\s*,\s*((?:[^()]|\([^()]*\))*?)\s*\)\s*;/g)]
      const set = (at) => pairs.map((found) => `${found[1]}:${found[at]}`).join(";")
      const plain = `@layer tokens{@supports not (color: light-dark(red, red)){:root{${set(2)}}` +
        `@media (prefers-color-scheme: dark){:root:not([data-scheme="light"]){${set(3)}}}:root[data-scheme="dark"]{${set(3)}}}}`
      return { contents: `${source}\n${plain}`, loader: "css" }
    })
  },
}

// Cutting takes seconds, so it happens again only when the packages, the script or the interpreter's recipe changed.
function cutFonts() {
  const script = join(here, "fonts/cut.py")
  const versions = ["imbue", "instrument-sans"].map((name) => readFileSync(join(root, `node_modules/@fontsource-variable/${name}/package.json`)))
  const folder = join(cache, `fonts-${hash(Buffer.concat([readFileSync(script), ...versions]))}`)
  if (existsSync(join(folder, "done"))) return folder
  const python = process.env.PYTHON ?? [join(root, ".venv/bin/python")].find(existsSync) ?? "python3"
  rmSync(folder, { recursive: true, force: true })
  execFileSync(python, [script, folder], { stdio: ["ignore", "ignore", "inherit"] })
  writeFileSync(join(folder, "done"), "")
  return folder
}

function copy(name, fresh, manifest) {
  const content = readFileSync(join(here, name))
  const ending = extname(name)
  const target = `${name.slice(0, -ending.length)}-${hash(content)}${ending}`
  mkdirSync(dirname(join(fresh, target)), { recursive: true })
  writeFileSync(join(fresh, target), content)
  manifest[name] = target
}

function hash(content) {
  return [...createHash("sha256").update(content).digest().subarray(0, 8)].map((byte) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[byte % 32]).join("")
}

function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true })) {
    if (![".css", ".js", ".svg", ".ttf"].includes(extname(entry))) continue
    const content = readFileSync(join(folder, entry))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
    writeFileSync(join(folder, `${entry}.br`), brotliCompressSync(content, { params }))
    writeFileSync(join(folder, `${entry}.gz`), gzipSync(content, { level: 9 }))
  }
}

// What travels, in brotli; a script counts with the chunks it always loads.
function report(folder, manifest) {
  const weight = (file) => readFileSync(existsSync(join(folder, `${file}.br`)) ? join(folder, `${file}.br`) : join(folder, file)).length
  const chunks = Object.keys(manifest).filter((name) => name.startsWith("chunk-"))
  const heavy = []
  for (const [name, file] of Object.entries(manifest)) {
    if (name.startsWith("chunk-") || name === "icons/icons.svg") continue
    const text = readFileSync(join(folder, file), "latin1")
    const own = weight(file) + (name.endsWith(".js") ? chunks.filter((chunk) => text.includes(chunk)).reduce((sum, chunk) => sum + weight(chunk), 0) : 0)
    const raw = readFileSync(join(folder, file)).length
    console.log(`${name.padEnd(34)} ${String(raw).padStart(8)} bytes ${String(own).padStart(8)} sent`)
    if (own > (LIMITS[name] ?? Infinity)) heavy.push(`${name} is ${own} bytes, ${LIMITS[name]} allowed`)
  }
  return heavy
}

await build()
if (process.argv.includes("--watch")) {
  let waiting
  for (const folder of ["css", "js", "icons", "images"]) {
    watch(join(here, folder), { recursive: true }, () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => build().catch((fault) => console.error(fault.message)), 80)
    })
  }
}
