/* What the editor has to know about this site: its pictures carry the form's token, its texts know alignment by class. */
"use strict";

CKEDITOR.on("instanceCreated", ({ editor }) => {
  editor.on("fileUploadRequest", (event) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
    event.data.fileLoader.xhr.setRequestHeader("X-CSRFToken", token);
  });

  /* Before anything else looks at a text that is opened or pasted. Saving turns the styles into classes again. */
  editor.on("toHtml", (event) => (event.data.dataValue = asWritten(event.data.dataValue)), null, null, 1);
});

function asWritten(html) {
  return html
    .replace(/(<img\b[^>]*?\s)class="align-(left|right)"/g, '$1style="float:$2"')
    .replace(/(<(?!img\b)\w+\b[^>]*?\s)class="align-(left|center|right|justify)"/g, '$1style="text-align:$2"')
    .replace(/(<\/?h)1\b/gi, "$12")
    .replace(/(<\/?h)[56]\b/gi, "$14");
}
