(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (form) {
    var rows = Array.prototype.slice.call(document.querySelectorAll("#waarnemingen tr[data-for]"));
    var items = rows.map(function (row) {
      var article = document.getElementById(row.getAttribute("data-for"));
      return { row: row, article: article, text: article.textContent.toLowerCase() };
    });
    var status = document.getElementById("gevonden");
    var field = document.getElementById("zoek");
    var apply = function () {
      var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      items.forEach(function (item) {
        var fits = words.every(function (word) { return item.text.indexOf(word) >= 0; });
        item.row.hidden = item.article.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      document.querySelectorAll("#waarnemingen .group").forEach(function (group) {
        group.hidden = !group.querySelector("article:not([hidden])");
      });
      document.querySelectorAll("#waarnemingen table.stack tbody").forEach(function (body) {
        body.hidden = !body.querySelector("tr[data-for]:not([hidden])");
      });
      status.textContent = words.length
        ? status.getAttribute("data-text").replace("{n}", shown).replace("{m}", items.length) : "";
    };
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    field.addEventListener("input", apply);
    form.hidden = false;
  }
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (part) { part.open = true; });
  });
})();
