/**
 * Makes headings of tables into buttons that sort, and folds long tables. Without it the tables are whole and in their
 * first order. It stands in the page as it is here, so it is plain JavaScript for any browser of the last years.
 */
export const PAGE_SCRIPT = `
(() => {
  "use strict";
  const collator = new Intl.Collator(document.documentElement.lang);

  const compare = (a, b, index, sign) => {
    const [left, right] = [a.cells[index], b.cells[index]];
    const [x, y] = [left.dataset.order, right.dataset.order];
    if (x !== undefined && y !== undefined) return sign * (Number(x) - Number(y));
    // What is undefined comes last, whatever the direction.
    if (x !== undefined || y !== undefined) return x === undefined ? 1 : -1;
    return sign * collator.compare(left.textContent, right.textContent);
  };

  const makeSortable = (table, refold) => {
    const rows = [...table.tBodies[0].rows];
    const headings = [...table.tHead.querySelectorAll("th[data-column]")];
    for (const heading of headings) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const { first, column } = heading.dataset;
        const other = first === "ascending" ? "descending" : "ascending";
        const direction = heading.getAttribute("aria-sort") === first ? other : first;
        for (const each of headings) each.removeAttribute("aria-sort");
        heading.setAttribute("aria-sort", direction);
        const sign = direction === "ascending" ? 1 : -1;
        table.tBodies[0].append(...[...rows].sort((a, b) => compare(a, b, Number(column), sign)));
        refold();
      });
    }
  };

  const makeFoldable = (table) => {
    const { fold, showAll, showFirst } = table.dataset;
    if (fold === undefined) return () => {};
    let folded = true;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    button.setAttribute("aria-controls", table.id);
    const refold = () => {
      [...table.tBodies[0].rows].forEach((row, index) => { row.hidden = folded && index >= Number(fold); });
      button.textContent = folded ? showAll : showFirst;
      button.setAttribute("aria-expanded", String(!folded));
    };
    button.addEventListener("click", () => { folded = !folded; refold(); });
    table.closest(".table").append(button);
    refold();
    return refold;
  };

  for (const table of document.querySelectorAll("table")) {
    const refold = makeFoldable(table);
    if ("sortable" in table.dataset) makeSortable(table, refold);
  }
})();
`;
