// What the desk's pages can do beyond hypertext. Every page works without it.
import "./frame.js"
import "./elements/chosen-rows.js"
import "./habits/rows.js"
