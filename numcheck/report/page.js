"use strict";
(() => {
  const told = document.getElementById("told");

  // Without a secure context (a report opened over plain HTTP) there is no clipboard to write to.
  const copy = async (text) => {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // Refused: the old way may still be open.
      }
    }
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "heard";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };

  for (const button of document.querySelectorAll("button.copies")) {
    const verb = button.querySelector(".verb");
    button.hidden = false;
    button.addEventListener("click", async () => {
      const done = await copy(button.dataset.copy);
      button.focus();
      verb.textContent = done ? "Copied" : "Not copied";
      told.textContent = done ? `Copied ${button.dataset.copy}` : "The browser does not allow it";
      button.classList.toggle("done", done);
      setTimeout(() => {
        verb.textContent = "Copy";
        button.classList.remove("done");
        told.textContent = "";
      }, 2000);
    });
  }

  // A figure lights its notes, and a note its figures, under the pointer and in focus.
  const figures = [...document.querySelectorAll("a.fig")];
  const byNote = new Map();
  for (const figure of figures) {
    for (const id of figure.dataset.notes.split(" ")) {
      byNote.set(id, [...(byNote.get(id) || []), figure]);
    }
  }
  const light = (ids, on) => {
    for (const id of ids) {
      document.getElementById(id).classList.toggle("lit", on);
      for (const figure of byNote.get(id)) {
        figure.classList.toggle("lit", on);
      }
    }
  };
  const watch = (element, ids) => {
    for (const [event, on] of [
      ["mouseenter", true],
      ["mouseleave", false],
      ["focusin", true],
      ["focusout", false],
    ]) {
      element.addEventListener(event, () => light(ids, on));
    }
  };
  for (const figure of figures) {
    watch(figure, figure.dataset.notes.split(" "));
  }
  for (const id of byNote.keys()) {
    watch(document.getElementById(id), [id]);
  }

  const only = document.getElementById("only");
  if (document.querySelector(".row.grave")) {
    only.hidden = false;
    only.addEventListener("click", () => {
      const on = document.body.classList.toggle("only");
      only.setAttribute("aria-pressed", String(on));
    });
  }
  // A link into what is hidden shows all again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.offsetParent === null) {
      document.body.classList.remove("only");
      only.setAttribute("aria-pressed", "false");
      target.scrollIntoView();
    }
  });
})();
