"""The only room that touches a browser: finding one, starting it, and tabs that speak the DevTools protocol."""
