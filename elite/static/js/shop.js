// What the shop's pages can do beyond hypertext. Every page works without it.
import "./frame.js"
import "./habits/leaving.js"
